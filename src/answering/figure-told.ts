import { type StatedDate, statedDates } from '../analysis/stated-dates.js';
import type { QuantityMention } from './analysed-passage.js';
import { spanOfFigure } from './candidate-spans.js';
import { comparable, type QualifiedFigure, qualified } from './figure-value.js';
import type { Statement } from './same-thing.js';
import type { RankedSentence } from './sentence-ranker.js';

/** A figure or date that a sentence gives for what is asked. */
export interface FigureTold extends Statement {
  readonly ranked: RankedSentence;
  readonly figure: QualifiedFigure;
}

/** Figures further apart than this, larger by smaller, are hardly told of the same thing. */
const FURTHEST_APART = 3;

/** What a sentence tells with one of its figures. */
export function figureTold(ranked: RankedSentence, figure: QuantityMention): FigureTold {
  const { analysed } = ranked.candidate;
  return {
    ranked,
    sentence: analysed,
    span: spanOfFigure(analysed, figure),
    figure: qualified(analysed.sentence.text, figure),
  };
}

/** Whether two figures can be set against each other: of one kind and unit and not far apart, or dates told as far as each other. */
export function areRivals(a: FigureTold, b: FigureTold): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.kind !== 'date' || other.kind !== 'date')
    return comparable(one, other) && ratioOf(a, b) * FURTHEST_APART >= 1;
  const [first, second] = [dateOf(a), dateOf(b)];
  if (first === undefined || second === undefined) return false;
  return (
    (['month', 'day', 'lastYear'] as const).every(
      (part) => (first[part] === null) === (second[part] === null),
    ) && shared(first, second).length > 0
  );
}

/** Whether two figures or dates are the same; a date that says less says the same. */
export function tellTheSame(a: FigureTold, b: FigureTold): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.kind !== 'date') return one.value === other.value;
  const [first, second] = [dateOf(a), dateOf(b)];
  if (first === undefined || second === undefined) return true;
  return shared(first, second).every((part) => first[part] === second[part]);
}

/** The parts that both dates tell. */
function shared(a: StatedDate, b: StatedDate) {
  return (['year', 'month', 'day', 'lastYear'] as const).filter(
    (part) => a[part] !== null && b[part] !== null,
  );
}

/** The smaller by the larger. */
export function ratioOf(a: FigureTold, b: FigureTold): number {
  const [x, y] = [a.figure.quantity.value ?? 0, b.figure.quantity.value ?? 0];
  return Math.min(x, y) / Math.max(x, y, Number.MIN_VALUE);
}

function dateOf({ sentence, figure: { quantity } }: FigureTold) {
  return statedDates(sentence.sentence.text).find(
    ({ start, end }) => start < quantity.end && quantity.start < end,
  );
}
