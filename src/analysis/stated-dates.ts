import type { Span } from '../domain/span.js';
import { decadesIn } from './named-years.js';

/** A date of a text, as far as it is told; what is not told is null. */
export interface StatedDate extends Span {
  readonly text: string;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** Last year of a decade or century, where the date is one; else null. */
  readonly lastYear: number | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(1\\d{3}|20\\d{2})';

/** Which part of a date each group of a pattern is. */
type Part = 'day' | 'month' | 'year';

const PATTERNS: readonly (readonly [RegExp, readonly Part[]])[] = [
  [/(?<![\d-])(1\d{3}|20\d{2})-(\d{2})-(\d{2})(?![\d-])/gu, ['year', 'month', 'day']],
  [
    new RegExp(`\\b${DAY}\\s(?:of\\s)?${MONTH}\\b\\.?(?:,?\\s(?:of\\s)?${YEAR}\\b)?`, 'gu'),
    ['day', 'month', 'year'],
  ],
  [
    new RegExp(`\\b${MONTH}\\s${DAY}\\b(?!,\\d{3}|\\.\\d)(?:,?\\s${YEAR}\\b)?`, 'gu'),
    ['month', 'day', 'year'],
  ],
  [new RegExp(`\\b${MONTH},?\\s(?:of\\s)?${YEAR}\\b`, 'gu'), ['month', 'year']],
  [
    /\b(?<=(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Oo]f|[Tt]o|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his|[Dd]uring|[Bb]etween|[Aa]nd|[Ee]very|[Ee]nd|[Aa]fter|[Bb]efore)\s)(January|February|March|April|May|June|July|August|September|October|November|December)\b/gu,
    ['month'],
  ],
  [/(?<![\p{L}\d.,$€£¥₩/-])(1\d{3}|20\d{2})(?![\d%]|[.,]\d|['’]?s\b)/gu, ['year']],
  [/(?<=\d[-–/])(1\d{3}|20\d{2})(?![\d%]|[.,]\d|['’]?s\b)/gu, ['year']],
];

/** The dates of a text, in order, without overlap. */
export function statedDates(text: string): StatedDate[] {
  const found: StatedDate[] = [];
  const isTaken = (start: number, end: number) =>
    found.some((other) => start < other.end && other.start < end);
  for (const [pattern, parts] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isTaken(start, end)) continue;
      const told = (part: Part) => match[1 + parts.indexOf(part)] ?? null;
      const day = parts.includes('day') ? told('day') : null;
      const month = parts.includes('month') ? told('month') : null;
      const year = parts.includes('year') ? told('year') : null;
      found.push({
        start,
        end,
        text: match[0],
        year: year === null ? null : Number(year),
        month: month === null ? null : monthOf(month),
        day: day === null ? null : Number(day),
        lastYear: null,
      });
    }
  }
  for (const match of text.matchAll(/\b(?:early|mid|late)?[\s-]?(?:the\s)?\d{3}0['’]?s\b/giu)) {
    const [decade] = decadesIn(match[0].replace('’', "'"));
    if (decade === undefined || isTaken(match.index, match.index + match[0].length)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].trim(),
      year: decade.first,
      month: null,
      day: null,
      lastYear: decade.last,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function monthOf(written: string): number {
  return /^\d/u.test(written)
    ? Number(written)
    : 1 + MONTHS.indexOf(written.slice(0, 3).toLowerCase());
}

/** Whether one date says no more than the other: "June 1965" is borne out by "20 June 1965", "20 June" is not by "June 1965". */
export function isImplied(claimed: StatedDate, said: StatedDate): boolean {
  if (claimed.lastYear !== null || said.lastYear !== null)
    return claimed.lastYear === said.lastYear && claimed.year === said.year;
  const agrees = (a: number | null, b: number | null) => a === null || a === b;
  return (
    agrees(claimed.year, said.year) &&
    agrees(claimed.month, said.month) &&
    agrees(claimed.day, said.day)
  );
}
