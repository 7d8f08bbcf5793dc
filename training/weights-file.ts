import { CONFIDENCE_FEATURES } from '../src/answering/confidence.js';
import { SENTENCE_FEATURES } from '../src/answering/sentence-features.js';

/** The source file that carries learned weights into the service. */
export function weightsFile(
  ranker: ArrayLike<number>,
  confidence: ArrayLike<number>,
  threshold: number,
): string {
  const table = (names: readonly string[], weights: ArrayLike<number>) =>
    names.map((name, which) => `  ${name}: ${round(weights[which] ?? 0)},`).join('\n');
  return `import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

// Written by training/train.ts; docs/answering.md says from which data and how well it does.

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
${table(SENTENCE_FEATURES, ranker)}
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
${table(CONFIDENCE_FEATURES, confidence)}
};

export const CONFIDENCE_BIAS = ${round(confidence[CONFIDENCE_FEATURES.length] ?? 0)};

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = ${round(threshold)};
`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
