import type { PassageReader, SentenceReading } from '../domain/passage-reader.js';
import type { AnalysedPassage } from './analysed-passage.js';
import { SENTENCE_FEATURES, type SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';

/** Passages that are read by the model: those of the best sentences. */
const MOST_PASSAGES = 8;
/** Log-odds beyond these say no more. */
const LEAST_LOG_ODDS = -12;
const MOST_LOG_ODDS = 8;

/** What a close reading adds to `SENTENCE_FEATURES`, each about -1 to 1. */
export const READING_FEATURES = ['reading', 'readingShare', 'unread'] as const;
export type ReadingFeature = (typeof READING_FEATURES)[number];

/** What sentences are described by that were read closely; the order is that of the weights. */
export const CLOSE_FEATURES = [...SENTENCE_FEATURES, ...READING_FEATURES] as const;

/** A sentence with what the model made of it. */
export interface CloseCandidate extends SentenceCandidate {
  /** Null where its passage was not among those read. */
  readonly reading: SentenceReading | null;
  /** Probability, 0 to 1, that this sentence of all that were read answers; the rest is that none does. */
  readonly readingShare: number;
}

/**
 * Has the passages of the best sentences read together with the question, and describes all sentences
 * anew, with `CLOSE_FEATURES`.
 */
export async function readClosely(
  question: string,
  ranked: readonly RankedSentence[],
  reader: PassageReader,
  signal?: AbortSignal,
): Promise<CloseCandidate[]> {
  const passages = [...new Set(ranked.map(({ candidate }) => candidate.passage))].slice(
    0,
    MOST_PASSAGES,
  );
  const readings = await reader.read(
    question,
    passages.map(readable),
    signal === undefined ? {} : { signal },
  );
  const known = new Map<AnalysedPassage, readonly SentenceReading[]>();
  for (const [which, passage] of passages.entries()) known.set(passage, readings[which] ?? []);
  const odds = readings.flat().map(({ logOdds }) => Math.exp(bounded(logOdds)));
  const all = 1 + odds.reduce((sum, one) => sum + one, 0);
  return ranked.map(({ candidate }) => {
    const reading = readingOf(candidate, known);
    const readingShare = reading === null ? 0 : Math.exp(bounded(reading.logOdds)) / all;
    const features = new Float64Array(CLOSE_FEATURES.length);
    features.set(candidate.features.subarray(0, SENTENCE_FEATURES.length));
    const added: Record<ReadingFeature, number> = {
      reading: reading === null ? 0 : bounded(reading.logOdds) / MOST_LOG_ODDS,
      readingShare,
      unread: reading === null ? 1 : 0,
    };
    for (const [place, name] of READING_FEATURES.entries())
      features[SENTENCE_FEATURES.length + place] = added[name];
    return { ...candidate, features, reading, readingShare };
  });
}

function bounded(logOdds: number): number {
  return Math.max(LEAST_LOG_ODDS, Math.min(MOST_LOG_ODDS, logOdds));
}

/** Headings are no sentences of the passage; they govern it. */
function readable({ passage, sentences }: AnalysedPassage) {
  return {
    context: [passage.document.title, ...passage.headings].join(': '),
    sentences: sentences
      .filter(({ sentence }) => sentence.kind !== 'heading')
      .map(({ sentence }) => sentence.text),
  };
}

function readingOf(
  { passage, place }: SentenceCandidate,
  known: ReadonlyMap<AnalysedPassage, readonly SentenceReading[]>,
): SentenceReading | null {
  const headings = passage.sentences
    .slice(0, place)
    .filter(({ sentence }) => sentence.kind === 'heading').length;
  return known.get(passage)?.[place - headings] ?? null;
}
