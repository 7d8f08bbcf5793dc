import type { Judged } from '../../evaluate.js';
import type { Answered } from '../../outcome.js';
import type { Score } from '../../score.js';

/** A question whose request did not fail. */
export interface Scored {
  readonly id: string;
  readonly outcome: Answered;
  readonly score: Score;
}

/** The questions that got a response, in their order. */
export function scored(judged: readonly Judged[]): Scored[] {
  return judged.flatMap(({ outcome, score }) =>
    outcome.response === null || score === null
      ? []
      : [{ id: outcome.question.id, outcome, score }],
  );
}

/** Ids of questions. */
export function idsOf(of: readonly Scored[]): string[] {
  return of.map(({ id }) => id);
}
