import { isImplied } from '../analysis/stated-dates.js';
import type { Statement } from './statement.js';

/** Words for a time that depends on when they were written. */
const RELATIVE =
  /\b(?:yesterday|today|tomorrow|tonight|(?:last|this|next|current|previous|following|past|coming)\s(?:year|month|week|decade|century|quarter|spring|summer|autumn|winter)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b/giu;

/** Dates of a sentence that none of its quotes bears out. A quote may tell more of a date than the sentence, never less. */
export function dateFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const dates = claim.dates
    .filter((date) => !pieces.some((piece) => isDateSaid(claim, date, piece)))
    .map(({ text }) => `the date “${text}” is not in the quotes it cites`);
  const relative = [...claim.text.matchAll(RELATIVE)]
    .map(([written]) => written.toLowerCase())
    .filter((written) => !pieces.some(({ text }) => text.toLowerCase().includes(written)))
    .map((written) => `“${written}” is not in the quotes it cites`);
  return [...dates, ...relative];
}

/** Whether a piece bears out a date; a bare year may also be a number ("1200 tonnes" for "1,200 tonnes"). */
export function isDateSaid(
  claim: Statement,
  date: Statement['dates'][number],
  piece: Statement,
): boolean {
  if (piece.dates.some((said) => isImplied(date, said))) return true;
  const isBare = date.month === null && date.lastYear === null;
  const isCount = isBare && /^\s\p{Ll}/u.test(claim.text.slice(date.end));
  return (
    isCount &&
    piece.figures.some(
      ({ value, kind }) => value === date.year && (kind === 'count' || kind === 'measure'),
    )
  );
}
