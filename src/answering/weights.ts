import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

/** Weights of the sentence ranker, learned by listwise logistic regression. */
export const SENTENCE_WEIGHTS: Readonly<Record<SentenceFeature, number>> = {
  sentenceCosine: 8,
  sentenceCosineBelowBest: 0,
  neighbourCosine: 0.5,
  passageCosine: 3,
  passageFusion: 1,
  passageFirst: 0.3,
  lexicalShare: 1,
  termRecall: 3,
  termRecallBelowBest: 0,
  termRecallWithNeighbours: 2,
  termRecallOfPassage: 0.5,
  termPrecision: 1,
  bigramRecall: 1,
  nameRecall: 0.5,
  numberRecall: 1,
  yearMatch: 1,
  yearConflict: -1.5,
  suits: 1.5,
  unsuited: -1,
  speech: 0.5,
  caption: -1,
  listItem: -1,
  opensDocument: 0,
  length: 0.5,
  question: -2,
};

/** Weights of the confidence, learned by logistic regression. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  score: 2,
  probability: 2,
  margin: 1,
  sentenceCosine: 4,
  passageCosine: 2,
  termRecall: 1,
  termRecallWithNeighbours: 2,
  termRecallOfPassage: 1,
  bigramRecall: 0.5,
  unknownTerms: -2,
  heaviestMissing: -1,
  nameMissing: -0.5,
  yearMissing: -0.5,
  yearConflict: -1,
  numberMissing: -0.5,
  unsuited: -1,
  suits: 0.5,
  speech: 0,
  fewTerms: 0,
};

export const CONFIDENCE_BIAS = -5;

/** Below this confidence the reader abstains. */
export const ABSTENTION_THRESHOLD = 0.35;
