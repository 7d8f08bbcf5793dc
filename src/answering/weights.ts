import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

// Written by training/train.ts; docs/answering.md says from which data and how well it does.

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
  sentenceCosine: 6.4998,
  neighbourCosine: 0.9032,
  passageCosine: 4.5095,
  passageFusion: 0.0812,
  passageFirst: 0.6725,
  lexicalShare: 0.6659,
  termRecall: 0.7341,
  termRecallWithNeighbours: 2.8381,
  termRecallOfPassage: 2.3116,
  termPrecision: 0.6004,
  bigramRecall: 0.6991,
  nameRecall: -0.171,
  numberRecall: 0.5014,
  yearMatch: 1.3182,
  yearConflict: -1.2174,
  suits: 2.0011,
  unsuited: -0.852,
  speech: -0.497,
  caption: -2.4873,
  listItem: -0.6488,
  opensDocument: -0.6524,
  length: 0.7557,
  question: -0.7332,
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  score: 1.1084,
  probability: 3.344,
  margin: -1.0888,
  sentenceCosine: 2.3497,
  passageCosine: -0.7424,
  termRecall: -0.2993,
  termRecallWithNeighbours: 0.307,
  termRecallOfPassage: -1.3897,
  bigramRecall: -0.7224,
  unknownTerms: -0.366,
  heaviestMissing: 0.1376,
  heaviestMissingAround: 0.1796,
  nameMissing: -0.4174,
  nameMissingAround: 0.3892,
  yearMissing: -0.4104,
  yearMissingAround: -1.7179,
  yearConflict: -1.2297,
  numberMissing: -1.0109,
  unsuited: -1.165,
  suits: 0.1287,
  speech: 0.5407,
  fewTerms: -0.4776,
};

export const CONFIDENCE_BIAS = -2.9112;

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = 0.2196;
