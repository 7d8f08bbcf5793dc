import { describeConfidence } from '../src/answering/confidence.js';
import { selectSentences } from '../src/answering/select-sentences.js';
import { rankSentences } from '../src/answering/sentence-ranker.js';
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

/** Answers each question with the given ranker and says how that went. */
export function judge(collected: readonly Collected[], weights: ArrayLike<number>): Judged[] {
  return collected.flatMap((one) => {
    const ranked = rankSentences(one.candidates, weights);
    if (ranked.length === 0) return [];
    const good = new Set(one.candidates.filter((_, which) => one.right[which]));
    return [
      {
        id: one.labelled.id,
        row: describeConfidence(one.question, ranked, one.weight, one.isKnown),
        right: selectSentences(ranked, [], SENTENCES).some(({ candidate }) => good.has(candidate)),
        answerable: one.labelled.answers.length > 0,
      },
    ];
  });
}
