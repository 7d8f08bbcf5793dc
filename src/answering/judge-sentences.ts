import type { AnalysedQuestion } from '../analysis/question.js';
import type { PassageReader, SentenceReading } from '../domain/passage-reader.js';
import { CLOSE_FEATURES, readClosely } from './close-reading.js';
import {
  CLOSE_CONFIDENCE_FEATURES,
  CONFIDENCE_FEATURES,
  describeCloseConfidence,
  describeConfidence,
  probabilityOf,
} from './confidence.js';
import { type LeftOut, NOTHING, weightsWithout } from './parts.js';
import { conflictingBehind } from './plain-conflicts.js';
import { SENTENCE_FEATURES, type SentenceCandidate } from './sentence-features.js';
import { type RankedSentence, rankSentences } from './sentence-ranker.js';
import type { TermWeight } from './term-measures.js';
import { CLOSE, LIGHT } from './weights.js';

const light = {
  sentence: SENTENCE_FEATURES.map((name) => LIGHT.sentence[name]),
  confidence: CONFIDENCE_FEATURES.map((name) => LIGHT.confidence[name]),
};
const close = {
  sentence: CLOSE_FEATURES.map((name) => CLOSE.sentence[name]),
  confidence: CLOSE_CONFIDENCE_FEATURES.map((name) => CLOSE.confidence[name]),
};

/** The sentences read for a question, judged. */
export interface Judgement {
  /** Best first; not empty. */
  readonly ranked: readonly RankedSentence[];
  /** Probability, 0 to 1, that the best ones answer. */
  readonly confidence: number;
  /** Whether that is too little to answer. */
  readonly isDoubtful: boolean;
  /** What the scores are sums of, and what each counts. */
  readonly features: readonly string[];
  readonly weights: readonly number[];
  /** What the model made of a sentence; null where no model read it. */
  readingOf(candidate: SentenceCandidate): SentenceReading | null;
}

export interface JudgingOptions {
  readonly question: AnalysedQuestion;
  readonly candidates: readonly SentenceCandidate[];
  readonly weight: TermWeight;
  isKnown(term: string): boolean;
  /** Null where words and vectors alone decide. */
  readonly passageReader: PassageReader | null;
  readonly signal?: AbortSignal | undefined;
  /** Parts that are left out; none unless told. */
  readonly leftOut?: LeftOut | undefined;
}

/** Ranks sentences and says how sure the best is; null where there are none. With a reader, the passages of the best ones are read first. */
export async function judgeSentences(options: JudgingOptions): Promise<Judgement | null> {
  const { question, candidates, weight, isKnown, passageReader, signal } = options;
  const { leftOut = NOTHING } = options;
  const lightWeights = weightsWithout(leftOut, SENTENCE_FEATURES, light.sentence);
  const first = rankSentences(candidates, lightWeights);
  if (first.length === 0) return null;
  if (passageReader === null) {
    const ranked = leftOut.has('plainConflicts') ? first : conflictingBehind(question, first);
    const features = describeConfidence(question, ranked, weight, isKnown);
    const weights = weightsWithout(leftOut, CONFIDENCE_FEATURES, light.confidence);
    const confidence = probabilityOf(features, weights, LIGHT.bias);
    return {
      ranked,
      confidence,
      isDoubtful: confidence < LIGHT.threshold,
      features: SENTENCE_FEATURES,
      weights: lightWeights,
      readingOf: () => null,
    };
  }
  const read = await readClosely(question.text, first, passageReader, signal);
  const closeWeights = weightsWithout(leftOut, CLOSE_FEATURES, close.sentence);
  const byScore = rankSentences(read, closeWeights);
  const ranked = leftOut.has('plainConflicts') ? byScore : conflictingBehind(question, byScore);
  const features = describeCloseConfidence(question, ranked, weight, isKnown);
  const weights = weightsWithout(leftOut, CLOSE_CONFIDENCE_FEATURES, close.confidence);
  const confidence = probabilityOf(features, weights, CLOSE.bias);
  const readings = new Map<SentenceCandidate, SentenceReading | null>(
    read.map((one) => [one, one.reading]),
  );
  return {
    ranked,
    confidence,
    isDoubtful: confidence < CLOSE.threshold,
    features: CLOSE_FEATURES,
    weights: closeWeights,
    readingOf: (candidate) => readings.get(candidate) ?? null,
  };
}
