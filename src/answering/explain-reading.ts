import type { ReadingExplanation } from '../domain/reader.js';
import type { RankedSentence } from './sentence-ranker.js';

/** Sentences that are explained. */
const EXPLAINED = 10;

/** Tells of the best sentences what their scores are made of: each feature that is not 0, with its value and what it adds to the score. */
export function explainReading(
  ranked: readonly RankedSentence[],
  featureNames: readonly string[],
  weights: ArrayLike<number>,
): ReadingExplanation {
  return {
    sentences: ranked.slice(0, EXPLAINED).map(({ candidate, score, probability }) => {
      const { passage, analysed, features } = candidate;
      const { start, end, text } = analysed.sentence;
      return {
        passageId: passage.passage.id,
        start,
        end,
        text,
        score,
        probability,
        features: featureNames
          .map((name, which) => {
            const value = features[which] ?? 0;
            return { name, value, contribution: value * (weights[which] ?? 0) };
          })
          .filter(({ value }) => value !== 0)
          .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
      };
    }),
  };
}
