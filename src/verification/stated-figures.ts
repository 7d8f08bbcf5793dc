import { boundBefore, type FigureBound } from '../analysis/figure-bound.js';
import { isStopWord, words } from '../analysis/terms.js';
import type { Span } from '../domain/span.js';
import { multipleOf, ordinalOf, scaleOf, spelledNumber } from './number-words.js';
import { currencyOf, measureOf } from './units.js';

/** What a figure measures: figures of two kinds are never the same. A code is a number that is part of a name ("G7"). */
export type FigureKind =
  | 'money'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'ordinal'
  | 'measure'
  | 'count'
  | 'code';

/** A figure of a text; offsets into the text, the words that limit it left out. */
export interface StatedFigure extends Span {
  readonly text: string;
  readonly kind: FigureKind;
  /** Scale words included. */
  readonly value: number;
  /** Currency, unit of measure or the letters of a code; empty for the other kinds. */
  readonly unit: string;
  /** Stems of the words for what is counted. */
  readonly counted: readonly string[];
  /** How it is limited: "over" is `least`, "at most" is `most`. */
  readonly bound: FigureBound;
}

interface Token extends Span {
  readonly lower: string;
  readonly isCapital: boolean;
}

interface Number extends Span {
  readonly value: number;
  /** Place of the first token after it. */
  readonly next: number;
}

const TOKEN = /\d+(?:,\d{3})*(?:\.\d+)?|\p{L}+(?:['’]\p{L}+)?|\S/gu;
const ORDINAL_ENDING = /^(?:st|nd|rd|th)$/u;
/** Scales glued to an amount of money: "$77.2bn". */
const SHORT_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  tn: 1e12,
};
/** Words after a figure that may tell what is counted. */
const COUNTED_REACH = 4;

/** The figures of a text that are no dates, in order. One pass over its words. */
export function statedFigures(text: string, dates: readonly Span[]): StatedFigure[] {
  const tokens = [...text.matchAll(TOKEN)].map(
    ({ 0: written, index }): Token => ({
      lower: written.toLowerCase(),
      isCapital: /^\p{Lu}/u.test(written),
      start: index,
      end: index + written.length,
    }),
  );
  const figures: StatedFigure[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const isDate = dates.some(({ start, end }) => token.start < end && token.end > start);
    const figure = isDate ? null : figureAt(text, tokens, at);
    if (figure !== null) figures.push(figure.figure);
    at = figure?.next ?? at + 1;
  }
  return figures;
}

function figureAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): { figure: StatedFigure; next: number } | null {
  const token = tokens[at] as Token;
  const make = (
    kind: FigureKind,
    number: Number,
    more: { unit?: string; counted?: readonly string[]; next?: number; start?: number } = {},
  ) => {
    const next = more.next ?? number.next;
    const start = more.start ?? number.start;
    const end = tokens[next - 1]?.end ?? number.end;
    const figure: StatedFigure = {
      kind,
      start,
      end,
      text: text.slice(start, end),
      value: number.value,
      unit: more.unit ?? '',
      counted: more.counted ?? [],
      bound: boundBefore(text, start)?.bound ?? boundAfter(text, end),
    };
    return { figure, next };
  };
  const lone = (value: number): Number => ({ ...token, value, next: at + 1 });
  const multiple = multipleOf(token.lower);
  if (multiple !== null) return make('multiple', lone(multiple));
  const ordinal = ordinalOf(token.lower);
  if (ordinal !== null) return make('ordinal', lone(ordinal));
  if (token.lower === 'half') return make('percent', lone(50));
  const number = numberAt(tokens, at);
  if (number === null) return null;
  const before = tokens[at - 1];
  const beside = before !== undefined && before.end === token.start ? before : undefined;
  const code = beside === undefined ? null : codeBefore(tokens, at);
  if (code !== null) return make('code', number, { unit: code });
  const sign =
    beside?.lower ?? (/^[$€£¥₩]$/u.test(before?.lower ?? '') ? before?.lower : undefined);
  const currency = sign === undefined ? null : currencyOf(signWithIssuer(tokens, at, sign));
  if (currency !== null) {
    const glued = gluedScale(tokens, number);
    return make(
      'money',
      { ...number, value: number.value * (glued ?? 1) },
      {
        unit: currency,
        start: isIssued(tokens, at)
          ? (tokens[at - 2]?.start ?? number.start)
          : (before?.start ?? number.start),
        next: number.next + (glued === null ? 0 : 1),
      },
    );
  }
  return withUnit(tokens, number, make);
}

/** What the words after a number make of it. */
function withUnit<Made>(
  tokens: readonly Token[],
  number: Number,
  make: (
    kind: FigureKind,
    number: Number,
    more?: { unit?: string; counted?: readonly string[]; next?: number },
  ) => Made,
): Made | null {
  const { next } = number;
  const hyphen = tokens[next]?.lower === '-' ? 1 : 0;
  const word = (step: number) => tokens[next + hyphen + step]?.lower ?? '';
  const first = word(0);
  if (ORDINAL_ENDING.test(first) && tokens[next]?.start === number.end)
    return make('ordinal', number, { next: next + 1 });
  if (/^(?:%|percent|percentage)$/u.test(first) || (first === 'per' && word(1) === 'cent')) {
    const length = first === 'per' ? 2 : 1;
    return /^points?$/u.test(word(length))
      ? make('points', number, { next: next + hyphen + length + 1 })
      : make('percent', number, { next: next + hyphen + length });
  }
  if (first === 'pp') return make('points', number, { next: next + 1 });
  if (first === 'fold' || first === 'times')
    return make('multiple', number, { next: next + hyphen + 1 });
  const issued = currencyOf(word(1), first);
  if (issued !== null && /^(?:us|american|canadian|australian)$/u.test(first))
    return make('money', number, { unit: issued, next: next + 2 });
  const currency = /^\p{L}/u.test(first) ? currencyOf(first) : null;
  if (currency !== null) return make('money', number, { unit: currency, next: next + hyphen + 1 });
  const squared = /^(?:square|cubic)$/u.test(first);
  const measure = measureOf(squared ? word(1) : first);
  if (measure !== null)
    return make('measure', number, {
      unit: squared ? `${first} ${measure}` : measure,
      next: next + hyphen + (squared ? 2 : 1),
    });
  // "One working day" is a day.
  const later = /^\p{Ll}{4,}$/u.test(first) && !isStopWord(first) ? measureOf(word(1)) : null;
  if (later !== null && word(1).length > 2)
    return make('measure', number, { unit: later, next: next + hyphen + 2 });
  const counted = countedAfter(tokens, next + hyphen);
  // "One" is oftener a pronoun than a figure; nothing rests on it where it counts nothing.
  return number.value === 1 && tokens[next - 1]?.lower === 'one' && counted.length === 0
    ? null
    : make('count', number, { counted });
}

function numberAt(tokens: readonly Token[], at: number): Number | null {
  const token = tokens[at] as Token;
  let value: number;
  let next = at + 1;
  if (/^\d/u.test(token.lower)) value = Number(token.lower.replaceAll(',', ''));
  else {
    const spelled = spelledNumber(tokens.slice(at, at + 12).map(({ lower }) => lower));
    if (spelled === null) return null;
    value = spelled.value;
    next = at + spelled.length;
  }
  for (;;) {
    const hyphen = tokens[next]?.lower === '-' ? 1 : 0;
    const scale = scaleOf(tokens[next + hyphen]?.lower ?? '');
    if (scale === null) break;
    value *= scale;
    next += hyphen + 1;
  }
  return { value, next, start: token.start, end: tokens[next - 1]?.end ?? token.end };
}

/** The letters a number is glued to ("G7") or hyphened to ("F-16"); null where it stands by itself. */
function codeBefore(tokens: readonly Token[], at: number): string | null {
  const before = tokens[at - 1];
  if (before === undefined) return null;
  if (/^\p{L}/u.test(before.lower)) return before.lower;
  const letters = tokens[at - 2];
  return before.lower === '-' && letters?.end === before.start && /^\p{L}/u.test(letters.lower)
    ? letters.lower
    : null;
}

/** "US" of "US$" with the sign. */
function signWithIssuer(tokens: readonly Token[], at: number, sign: string): string {
  return isIssued(tokens, at) ? `${tokens[at - 2]?.lower}${sign}` : sign;
}

function isIssued(tokens: readonly Token[], at: number): boolean {
  const [issuer, sign] = [tokens[at - 2], tokens[at - 1]];
  return (
    sign?.lower === '$' && issuer?.end === sign.start && /^(?:us|a|c|nz|hk|r)$/u.test(issuer.lower)
  );
}

function gluedScale(tokens: readonly Token[], { next, end }: Number): number | null {
  const word = tokens[next];
  return word?.start === end ? (SHORT_SCALES[word.lower] ?? null) : null;
}

/** The words for what is counted: names and the first other word ("Korean companies"). */
function countedAfter(tokens: readonly Token[], from: number): string[] {
  const counted: string[] = [];
  for (const { lower, isCapital } of tokens.slice(from, from + COUNTED_REACH)) {
    if (!/^\p{L}/u.test(lower) || isStopWord(lower)) break;
    const stem = words(lower)[0];
    if (stem !== undefined) counted.push(stem);
    if (!isCapital) break;
  }
  return counted;
}

function boundAfter(text: string, end: number): FigureBound {
  const after = text.slice(end, end + 10);
  if (/^(?:\+|\sor (?:more|over))/u.test(after)) return 'least';
  return /^\sor (?:less|fewer)/u.test(after) ? 'most' : null;
}
