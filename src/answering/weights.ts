import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

// Written by training/train.ts; docs/answering.md says from which data and how well it does.

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
  sentenceCosine: 6.442,
  previousCosine: 0.1488,
  nextCosine: 0.1863,
  listAfter: -1.2501,
  reasonBefore: -0.2307,
  passageCosine: 4.6479,
  passageFusion: 0.0654,
  passageFirst: 0.7141,
  lexicalShare: 0.7033,
  termRecall: 0.6301,
  termRecallWithNeighbours: 2.8713,
  termRecallOfPassage: 2.3534,
  termPrecision: 0.55,
  bigramRecall: 0.6893,
  nameRecall: -0.1022,
  numberRecall: 0.5396,
  yearMatch: 1.3047,
  yearConflict: -1.216,
  suits: 2.1896,
  unsuited: -0.6349,
  speech: -0.5145,
  caption: -1.9343,
  listItem: 0.054,
  opensDocument: -0.5455,
  length: 0.7479,
  question: -0.7167,
  unfinished: -1.1326,
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  score: 1.1978,
  probability: 3.2599,
  margin: -1.1422,
  sentenceCosine: 2.3113,
  passageCosine: -0.8144,
  termRecall: -0.1568,
  termRecallWithNeighbours: 0.3489,
  termRecallOfPassage: -1.4563,
  bigramRecall: -0.7494,
  unknownTerms: -0.2623,
  heaviestMissing: 0.1824,
  heaviestMissingAround: 0.1631,
  nameMissing: -0.7496,
  nameMissingAround: 0.8936,
  yearMissing: -0.3522,
  yearMissingAround: -1.6587,
  yearConflict: -1.1869,
  numberMissing: -0.9592,
  unsuited: -0.6074,
  suits: -0.0045,
  speech: 1.0098,
  fewTerms: -0.6201,
};

export const CONFIDENCE_BIAS = -2.5057;

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = 0.2794;
