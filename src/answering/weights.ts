import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
  sentenceCosine: 6.509,
  neighbourCosine: 0.866,
  passageCosine: 4.464,
  passageFusion: 0.057,
  passageFirst: 0.664,
  lexicalShare: 0.688,
  termRecall: 0.737,
  termRecallWithNeighbours: 2.831,
  termRecallOfPassage: 2.334,
  termPrecision: 0.665,
  bigramRecall: 0.647,
  nameRecall: -0.16,
  numberRecall: 0.488,
  yearMatch: 1.347,
  yearConflict: -1.195,
  suits: 2.13,
  unsuited: -0.743,
  speech: -0.361,
  caption: -2.484,
  listItem: -0.653,
  opensDocument: -0.64,
  length: 0.732,
  question: -0.738,
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  score: 1.337,
  probability: 3.208,
  margin: -1.052,
  sentenceCosine: 2.342,
  passageCosine: -0.78,
  termRecall: -0.737,
  termRecallWithNeighbours: 0.223,
  termRecallOfPassage: -1.075,
  bigramRecall: -0.62,
  unknownTerms: -0.304,
  heaviestMissing: 0.238,
  heaviestMissingAround: 0.072,
  nameMissing: -0.302,
  nameMissingAround: 0.329,
  yearMissing: -0.456,
  yearMissingAround: -1.684,
  yearConflict: -1.226,
  numberMissing: -1.021,
  unsuited: -1.096,
  suits: 0.146,
  speech: 0.169,
  fewTerms: -0.88,
};

export const CONFIDENCE_BIAS = -3.003;

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = 0.265;
