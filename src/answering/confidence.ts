import type { AnalysedQuestion } from '../analysis/question.js';
import { SENTENCE_FEATURES, type SentenceFeature } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';
import { share, type TermWeight } from './term-measures.js';

/** What tells whether the best sentence really answers, each about 0 to 1. */
export const CONFIDENCE_FEATURES = [
  'score',
  'probability',
  'margin',
  'sentenceCosine',
  'passageCosine',
  'termRecall',
  'termRecallWithNeighbours',
  'termRecallOfPassage',
  'bigramRecall',
  'unknownTerms',
  'heaviestMissing',
  'heaviestMissingAround',
  'nameMissing',
  'nameMissingAround',
  'yearMissing',
  'yearMissingAround',
  'yearConflict',
  'numberMissing',
  'unsuited',
  'suits',
  'speech',
  'fewTerms',
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

/** Describes how well the best sentence meets a question. `ranked` is not empty. */
export function describeConfidence(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
  weight: TermWeight,
  isKnown: (term: string) => boolean,
): Float64Array {
  const [best, second] = ranked;
  if (best === undefined)
    throw new RangeError('Confidence needs at least one ranked sentence; none came.');
  const { passage, analysed, features } = best.candidate;
  const { around } = analysed;
  const feature = (name: SentenceFeature): number => features[SENTENCE_FEATURES.indexOf(name)] ?? 0;
  const weights = question.terms.map(weight);
  const all = Math.max(
    1e-9,
    weights.reduce((sum, value) => sum + value, 0),
  );
  const heaviest = Math.max(1e-9, ...weights);
  const missingFrom = (within: ReadonlySet<string>): number =>
    Math.max(0, ...question.terms.filter((term) => !within.has(term)).map(weight)) / heaviest;
  const unknown = question.terms.filter((term) => !isKnown(term));
  const sum = (terms: readonly string[]): number =>
    terms.reduce((total, term) => total + weight(term), 0);
  const values: Record<ConfidenceFeature, number> = {
    score: best.score / 10,
    probability: best.probability,
    margin: best.probability - (second?.probability ?? 0),
    sentenceCosine: feature('sentenceCosine'),
    passageCosine: feature('passageCosine'),
    termRecall: feature('termRecall'),
    termRecallWithNeighbours: feature('termRecallWithNeighbours'),
    termRecallOfPassage: feature('termRecallOfPassage'),
    bigramRecall: feature('bigramRecall'),
    unknownTerms: sum(unknown) / all,
    heaviestMissing: missingFrom(passage.termSet),
    heaviestMissingAround: missingFrom(around),
    nameMissing: question.names.length === 0 ? 0 : 1 - holdsNames(question, passage.termSet),
    nameMissingAround: question.names.length === 0 ? 0 : 1 - holdsNames(question, around),
    yearMissing: question.years.some((year) => !analysed.years.has(year)) ? 1 : 0,
    yearMissingAround: question.years.some((year) => !around.has(year)) ? 1 : 0,
    yearConflict: feature('yearConflict'),
    numberMissing: question.numbers.some((number) => !passage.termSet.has(number)) ? 1 : 0,
    unsuited: feature('unsuited'),
    suits: feature('suits'),
    speech: feature('speech'),
    fewTerms: 1 / (1 + question.terms.length),
  };
  return Float64Array.from(CONFIDENCE_FEATURES, (name) => values[name]);
}

/** Probability by logistic regression: `1 / (1 + exp(-(bias + w·x)))`. */
export function probabilityOf(
  features: Float64Array,
  weights: ArrayLike<number>,
  bias: number,
): number {
  const sum = features.reduce((total, value, which) => total + value * (weights[which] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

function holdsNames(question: AnalysedQuestion, within: ReadonlySet<string>): number {
  return share(question.names, (name) => name.every((term) => within.has(term)));
}
