import { conflictingBehind } from '../src/answering/plain-conflicts.js';
import { selectSentences } from '../src/answering/select-sentences.js';
import { type RankedSentence, rankSentences } from '../src/answering/sentence-ranker.js';
import type { Collected } from './collect.js';

/** What the confidence sees of one question, and whether the answer was right. */
export interface Judged {
  readonly id: string;
  readonly row: Float64Array;
  /** Whether a right sentence is among those answered with. */
  readonly right: boolean;
  readonly answerable: boolean;
}

const SENTENCES = 3;

/** Says what the confidence sees of a question's ranked sentences. */
export type Describe<One extends Collected> = (
  one: One,
  ranked: readonly RankedSentence<One['candidates'][number]>[],
) => Float64Array;

/** Answers each question with the given ranker and says how that went. */
export function judge<One extends Collected>(
  collected: readonly One[],
  weights: ArrayLike<number>,
  describe: Describe<One>,
): Judged[] {
  return collected.flatMap((one) => {
    const ranked = conflictingBehind(
      one.question,
      rankSentences<One['candidates'][number]>(one.candidates, weights),
    );
    if (ranked.length === 0) return [];
    const good = new Set(one.candidates.filter((_, which) => one.right[which]));
    return [
      {
        id: one.labelled.id,
        row: describe(one, ranked),
        right: selectSentences(ranked, [], SENTENCES).some(({ candidate }) => good.has(candidate)),
        answerable: one.labelled.answers.length > 0,
      },
    ];
  });
}
