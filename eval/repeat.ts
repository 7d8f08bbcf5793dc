import type { Outcome } from './outcome.js';
import type { Reply } from './target/reply.js';

/** A question whose responses differ between two rounds. */
export interface Deviation {
  readonly id: string;
  /** From 2: the round that differs from the first. */
  readonly round: number;
  /** What differs. */
  readonly what: readonly string[];
}

const COMPARED = ['answer', 'abstention', 'disagreement', 'citations'] as const;

/**
 * Compares rounds of the same questions with the first of them. A response must be the same in every letter of its answer,
 * confidence, citations, abstention and disagreement, and so must the passages retrieved; ids and times are its own.
 * @param rounds Outcomes in the order of the questions.
 */
export function deviations(rounds: readonly (readonly Outcome[])[]): Deviation[] {
  const [first = [], ...others] = rounds;
  return others.flatMap((outcomes, index) =>
    outcomes.flatMap((outcome, place) => {
      const what = differences(first[place], outcome);
      return what.length === 0 ? [] : [{ id: outcome.question.id, round: index + 2, what }];
    }),
  );
}

function differences(a: Outcome | undefined, b: Outcome): string[] {
  if (a === undefined || a.response === null || b.response === null)
    return a?.response === null && b.response === null ? [] : ['failure'];
  const [one, other]: readonly [Reply, Reply] = [a.response, b.response];
  return [
    ...COMPARED.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part])),
    ...(JSON.stringify(a.retrieved) === JSON.stringify(b.retrieved) ? [] : ['passages retrieved']),
  ];
}
