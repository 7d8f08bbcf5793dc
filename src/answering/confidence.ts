import type { AnalysedQuestion } from '../analysis/question.js';
import type { CloseCandidate } from './close-reading.js';
import { CONSTRAINTS, constraintsOf, unmetConstraints } from './constraints.js';
import { PLAIN_CONFLICTS } from './plain-conflicts.js';
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
  ...CONSTRAINTS,
  'plainlyOther',
  'perhapsOther',
  'conflictAhead',
  'cosineSquared',
  'recallSquared',
  'likeButUntold',
] as const;

/** Constraints that an answer sometimes seems to fail. */
const DOUBTFUL = ['otherName', 'otherOwner', 'otherKind', 'otherUnit', 'negated'] as const;

/** What it tells beside those that the best sentence was read closely. */
export const CLOSE_CONFIDENCE_FEATURES = [
  ...CONFIDENCE_FEATURES,
  'readingOfBest',
  'readingShareOfBest',
  'readingShareOfAll',
  'readingAgrees',
  'spanProbability',
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
export type CloseConfidenceFeature = (typeof CLOSE_CONFIDENCE_FEATURES)[number];

/** About the largest log-odds there are; brings them to about -1 to 1. */
const LARGE_LOG_ODDS = 8;

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
  const unmet = unmetConstraints(constraintsOf(question), passage, analysed);
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
    ...unmet,
    plainlyOther: Math.max(...PLAIN_CONFLICTS.map((name) => unmet[name])),
    conflictAhead: ranked.slice(1).some(({ score }) => score > best.score) ? 1 : 0,
    perhapsOther: Math.max(...DOUBTFUL.map((name) => unmet[name])),
    cosineSquared: feature('sentenceCosine') ** 2,
    recallSquared: feature('termRecall') ** 2,
    likeButUntold: feature('sentenceCosine') * unmet.untold,
  };
  return Float64Array.from(CONFIDENCE_FEATURES, (name) => values[name]);
}

/** The same with what the close reading of the sentences tells. `ranked` is not empty. */
export function describeCloseConfidence(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence<CloseCandidate>[],
  weight: TermWeight,
  isKnown: (term: string) => boolean,
): Float64Array {
  const plain = describeConfidence(question, ranked, weight, isKnown);
  const best = ranked[0]?.candidate;
  const shares = ranked.map(({ candidate }) => candidate.readingShare);
  const values: Record<Exclude<CloseConfidenceFeature, ConfidenceFeature>, number> = {
    readingOfBest: (best?.reading?.logOdds ?? 0) / LARGE_LOG_ODDS,
    readingShareOfBest: best?.readingShare ?? 0,
    readingShareOfAll: shares.reduce((sum, share) => sum + share, 0),
    readingAgrees: (best?.readingShare ?? 0) >= Math.max(...shares) ? 1 : 0,
    spanProbability: best?.reading?.spans[0]?.probability ?? 0,
  };
  return Float64Array.from(CLOSE_CONFIDENCE_FEATURES, (name, place) =>
    name in values ? values[name as keyof typeof values] : (plain[place] ?? 0),
  );
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
