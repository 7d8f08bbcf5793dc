import type { SentenceCandidate } from './sentence-features.js';

/** A sentence with its score and its share of the probability that one of the candidates answers. */
export interface RankedSentence<Candidate extends SentenceCandidate = SentenceCandidate> {
  readonly candidate: Candidate;
  /** Weighted sum of features; comparable within one question. */
  readonly score: number;
  /** Softmax of the scores over all candidates of the question. */
  readonly probability: number;
}

/** Best first; ties end on passage id, then on place. `weights` has one number per feature. */
export function rankSentences<Candidate extends SentenceCandidate>(
  candidates: readonly Candidate[],
  weights: ArrayLike<number>,
): RankedSentence<Candidate>[] {
  const scores = candidates.map(({ features }) =>
    features.reduce((sum, value, which) => sum + value * (weights[which] ?? 0), 0),
  );
  const highest = Math.max(...scores);
  const exponents = scores.map((score) => Math.exp(score - highest));
  const total = exponents.reduce((sum, value) => sum + value, 0);
  return candidates
    .map((candidate, which) => ({
      candidate,
      score: scores[which] ?? 0,
      probability: (exponents[which] ?? 0) / total,
    }))
    .sort((a, b) => b.score - a.score || order(a.candidate, b.candidate));
}

function order(a: SentenceCandidate, b: SentenceCandidate): number {
  const [first, second] = [a.passage.passage.id, b.passage.passage.id];
  return first === second ? a.place - b.place : first < second ? -1 : 1;
}
