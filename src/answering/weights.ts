import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

// Written by training/train.ts; docs/answering.md says from which data and how well it does.

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
  sentenceCosine: 6.4576,
  previousCosine: 0.1633,
  nextCosine: 0.168,
  listAfter: -1.2634,
  reasonBefore: -0.2172,
  passageCosine: 4.64,
  passageFusion: 0.0848,
  passageFirst: 0.7088,
  lexicalShare: 0.6715,
  termRecall: 0.6335,
  termRecallWithNeighbours: 2.8791,
  termRecallOfPassage: 2.3376,
  termPrecision: 0.5364,
  bigramRecall: 0.6875,
  nameRecall: -0.0944,
  numberRecall: 0.5525,
  yearMatch: 1.3285,
  yearConflict: -1.222,
  suits: 2.1968,
  unsuited: -0.6753,
  speech: -0.5054,
  caption: -1.9202,
  listItem: 0.0574,
  opensDocument: -0.5284,
  length: 0.7238,
  question: -0.717,
  unfinished: -1.1391,
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  score: 1.2978,
  probability: 3.3792,
  margin: -1.1992,
  sentenceCosine: 2.4218,
  passageCosine: -0.94,
  termRecall: -0.1724,
  termRecallWithNeighbours: 0.3198,
  termRecallOfPassage: -1.4906,
  bigramRecall: -0.7722,
  unknownTerms: -0.3156,
  heaviestMissing: 0.2199,
  heaviestMissingAround: 0.1438,
  nameMissing: -0.7986,
  nameMissingAround: 0.9468,
  yearMissing: -0.3744,
  yearMissingAround: -1.7238,
  yearConflict: -1.2286,
  numberMissing: -1.0043,
  unsuited: -0.8861,
  suits: 0.0107,
  speech: 1.0551,
  fewTerms: -0.648,
};

export const CONFIDENCE_BIAS = -2.6282;

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = 0.2318;
