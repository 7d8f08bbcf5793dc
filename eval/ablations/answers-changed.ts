import type { Outcome } from '../outcome.js';

/** How many questions read otherwise in two runs: another text, short answer, disagreement or refusal. Confidence does not count. */
export function answersChanged(before: readonly Outcome[], after: readonly Outcome[]): number {
  return after.filter((outcome, place) => asRead(outcome) !== asRead(before[place])).length;
}

function asRead(outcome: Outcome | undefined): string {
  const { answer, abstention, disagreement } = outcome?.response ?? {};
  return JSON.stringify([
    answer?.text,
    answer?.shortAnswer,
    abstention?.reason,
    disagreement?.sides.map(({ value }) => value),
  ]);
}
