import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
  sentenceCosine: 8.6,
  neighbourCosine: 1.36,
  passageCosine: 4.1,
  passageFusion: 0.355,
  passageFirst: 0.586,
  lexicalShare: 0.825,
  termRecall: 0.32,
  termRecallWithNeighbours: 2.78,
  termRecallOfPassage: 2.39,
  termPrecision: 0.274,
  bigramRecall: 0.159,
  nameRecall: -0.065,
  numberRecall: 0.058,
  yearMatch: 1.43,
  yearConflict: -0.96,
  suits: 2.1,
  unsuited: -0.17,
  speech: -0.13,
  caption: -2.39,
  listItem: -0.82,
  opensDocument: -0.34,
  length: 0.86,
  question: -0.69,
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  score: 0.664,
  probability: 2.5,
  margin: -0.79,
  sentenceCosine: 2.3,
  passageCosine: -1.59,
  termRecall: -0.41,
  termRecallWithNeighbours: -0.11,
  termRecallOfPassage: -0.93,
  bigramRecall: -0.54,
  unknownTerms: 0.3,
  heaviestMissing: -0.31,
  heaviestMissingAround: 0,
  nameMissing: -0.1,
  nameMissingAround: 0,
  yearMissing: -1.99,
  yearMissingAround: 0,
  yearConflict: -1.15,
  numberMissing: -0.79,
  unsuited: -0.44,
  suits: 0.28,
  speech: 0.06,
  fewTerms: -1.98,
};

export const CONFIDENCE_BIAS = -0.93;

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = 0.38;
