import { dot } from './dot.js';
import { type LeftOut, NOTHING } from './parts.js';
import type { RankedSentence } from './sentence-ranker.js';
import { leansOnBefore } from './stand-alone.js';

/** A further sentence is given when it is at least this likely to answer, as a share of the best one's probability. */
const LEAST_SHARE = 0.12;
/** Cosine above which two sentences say the same. */
const SAME = 0.92;
/** Cosine above which the body says what a headline says, and how likely it must be, as a share of the headline's probability. */
const SAME_AS_HEADLINE = 0.7;
const LEAST_SHARE_OF_HEADLINE = 0.3;

/**
 * The sentences to answer with, at most `limit`: the best one, those that must be there, then others
 * about as likely that add something. Where room is left, a sentence that cannot stand alone gets the one before it. In
 * order of documents by their best sentence, then of reading.
 */
export function selectSentences(
  ranked: readonly RankedSentence[],
  required: readonly RankedSentence[],
  limit: number,
  leftOut: LeftOut = NOTHING,
): RankedSentence[] {
  const [first] = ranked;
  if (first === undefined) return [];
  const best = leftOut.has('fullSentences') ? first : bodyOf(first, ranked);
  const chosen = [...new Set([best, ...required])].slice(0, limit);
  for (const other of ranked) {
    if (chosen.length >= limit || other.probability < first.probability * LEAST_SHARE) break;
    if (chosen.includes(other)) continue;
    if (!leftOut.has('fullSentences') && isHeadline(other)) continue;
    if (!leftOut.has('saidOnce') && chosen.some((one) => sayTheSame(one, other))) continue;
    chosen.push(other);
  }
  const documents = [...new Set(chosen.map(documentOf))];
  const all = leftOut.has('sentenceBefore') ? chosen : withContext(chosen, ranked, limit);
  return all.sort(
    (a, b) =>
      documents.indexOf(documentOf(a)) - documents.indexOf(documentOf(b)) ||
      a.candidate.analysed.sentence.start - b.candidate.analysed.sentence.start,
  );
}

/** The sentence that says in full what a headline, caption or byline says; the headline itself where none does. */
function bodyOf(headline: RankedSentence, ranked: readonly RankedSentence[]): RankedSentence {
  if (!isHeadline(headline)) return headline;
  return (
    ranked.find(
      (one) =>
        !isHeadline(one) &&
        one.probability >= headline.probability * LEAST_SHARE_OF_HEADLINE &&
        cosine(one, headline) >= SAME_AS_HEADLINE,
    ) ?? headline
  );
}

/** Each sentence that leans on the one before it with that one, the likeliest first, while there is room. */
function withContext(
  chosen: readonly RankedSentence[],
  ranked: readonly RankedSentence[],
  limit: number,
): RankedSentence[] {
  const all = [...chosen];
  for (const one of chosen) {
    if (all.length >= limit) break;
    if (!leansOnBefore(one.candidate.analysed.sentence.text)) continue;
    const before = ranked.find(
      ({ candidate }) =>
        candidate.passage === one.candidate.passage && candidate.place === one.candidate.place - 1,
    );
    if (before !== undefined && !all.includes(before) && givesContext(before)) all.push(before);
  }
  return all;
}

/** A sentence that leans itself makes nothing plainer. */
function givesContext(one: RankedSentence): boolean {
  return !isHeadline(one) && !leansOnBefore(one.candidate.analysed.sentence.text);
}

/** A heading-like line: no sentence, and no item of a list or row of a table. */
function isHeadline({ candidate: { analysed } }: RankedSentence): boolean {
  const { kind } = analysed.sentence;
  return !analysed.traits.isFinished && kind !== 'listItem' && kind !== 'table' && kind !== 'code';
}

function documentOf({ candidate }: RankedSentence): string {
  return candidate.passage.passage.documentId;
}

function sayTheSame(a: RankedSentence, b: RankedSentence): boolean {
  return cosine(a, b) >= SAME;
}

function cosine(a: RankedSentence, b: RankedSentence): number {
  return dot(a.candidate.analysed.sentence.vector, b.candidate.analysed.sentence.vector);
}
