import { dot } from './dot.js';
import type { RankedSentence } from './sentence-ranker.js';

/** A further sentence is given when it is at least this likely to answer, as a share of the best one's probability. */
const LEAST_SHARE = 0.25;
/** Cosine above which two sentences say the same. */
const SAME = 0.92;

/**
 * The sentences to answer with, at most `limit`: the best one, those that must be there, then others
 * about as likely that add something. In order of documents by their best sentence, then of reading.
 */
export function selectSentences(
  ranked: readonly RankedSentence[],
  required: readonly RankedSentence[],
  limit: number,
): RankedSentence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const chosen = [...new Set([best, ...required])].slice(0, limit);
  for (const other of ranked) {
    if (chosen.length >= limit || other.probability < best.probability * LEAST_SHARE) break;
    if (chosen.includes(other) || chosen.some((one) => sayTheSame(one, other))) continue;
    chosen.push(other);
  }
  const documents = [...new Set(chosen.map(documentOf))];
  return chosen.sort(
    (a, b) =>
      documents.indexOf(documentOf(a)) - documents.indexOf(documentOf(b)) ||
      a.candidate.analysed.sentence.start - b.candidate.analysed.sentence.start,
  );
}

function documentOf({ candidate }: RankedSentence): string {
  return candidate.passage.passage.documentId;
}

function sayTheSame(a: RankedSentence, b: RankedSentence): boolean {
  return dot(a.candidate.analysed.sentence.vector, b.candidate.analysed.sentence.vector) >= SAME;
}
