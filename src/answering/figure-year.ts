import { placeInRange, type Zone } from '../analysis/figure-zones.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';

/** Characters between a figure and the year written after it ("$200 million in 1965"). */
const YEAR_REACH = 16;

/**
 * The year a figure is for: the one written right after it, else the only one of its zone, else its place in
 * "from A to B" against a pair of years named before, else the only one of the sentence; null where none is sure.
 */
export function yearOf(sentence: AnalysedSentence, figure: Span, zone: Zone): number | null {
  const text = sentence.sentence.text;
  const dates = sentence.quantities.filter(({ kind, value }) => kind === 'date' && value !== null);
  const after = dates.find(
    ({ start }) => start >= figure.end && start - figure.end <= YEAR_REACH && start < zone.own.end,
  );
  if (after !== undefined) return after.value;
  const inside = dates.filter(({ start }) => start >= zone.own.start && start < zone.own.end);
  if (inside.length === 1) return inside[0]?.value ?? null;
  const years = [...new Set(dates.map(({ value }) => value))];
  if (years.length === 2) {
    const place = placeInRange(text, figure);
    if (place !== null) return years[place] ?? null;
  }
  const [only] = dates;
  return years.length === 1 && only !== undefined && !belongsToAnother(sentence, only)
    ? only.value
    : null;
}

/** Whether a year stands right after a figure, and so is the year of that figure alone. */
function belongsToAnother({ quantities }: AnalysedSentence, date: Span): boolean {
  return quantities.some(
    ({ kind, end }) => kind !== 'date' && date.start >= end && date.start - end <= YEAR_REACH,
  );
}
