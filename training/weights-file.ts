/** Weights learned for one way of judging sentences. */
export interface Learned {
  readonly sentenceFeatures: readonly string[];
  readonly sentence: ArrayLike<number>;
  readonly confidenceFeatures: readonly string[];
  /** One number a feature, then the bias. */
  readonly confidence: ArrayLike<number>;
  readonly threshold: number;
}

/** The source file that carries learned weights into the service. */
export function weightsFile(light: Learned, close: Learned): string {
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: what is learned may come near to anything

import type { CLOSE_FEATURES } from './close-reading.js';
import type { CloseConfidenceFeature, ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

// Written by training/train.ts; docs/answering.md says from which data and how well it does.

/** How sentences are judged. */
export interface JudgingWeights<Sentence extends string, Confidence extends string> {
  /** Of the sentence ranker, learned by listwise logistic regression. */
  readonly sentence: Readonly<Record<Sentence, number>>;
  /** Of the confidence, learned by logistic regression. */
  readonly confidence: Readonly<Record<Confidence, number>>;
  readonly bias: number;
  /** Below this confidence the reader abstains. */
  readonly threshold: number;
}

/** Where words and vectors alone decide. */
export const LIGHT: JudgingWeights<SentenceFeature, ConfidenceFeature> = ${judging(light)};

/** Where a model has read question and passages together. */
export const CLOSE: JudgingWeights<(typeof CLOSE_FEATURES)[number], CloseConfidenceFeature> = ${judging(close)};
`;
}

function judging(learned: Learned): string {
  return `{
  sentence: {
${table(learned.sentenceFeatures, learned.sentence)}
  },
  confidence: {
${table(learned.confidenceFeatures, learned.confidence)}
  },
  bias: ${round(learned.confidence[learned.confidenceFeatures.length] ?? 0)},
  threshold: ${round(learned.threshold)},
}`;
}

function table(names: readonly string[], weights: ArrayLike<number>): string {
  return names.map((name, which) => `    ${name}: ${round(weights[which] ?? 0)},`).join('\n');
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
