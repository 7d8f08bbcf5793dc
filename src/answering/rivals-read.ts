import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { Span } from '../domain/span.js';
import { areRivals, type FigureTold, figureTold } from './figure-told.js';
import type { Rivals } from './rivals.js';
import { isForSameTime, namesOthers } from './same-thing.js';
import type { SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';
import { shortAnswer } from './short-answer.js';

/** Log-odds of answering that another sentence needs, and how far they may lie below those of the best one. */
const LEAST_LOG_ODDS = -1;
const WEAKER_BY = 3;
/** How likely a stretch must be the answer of its sentence. */
const LEAST_PROBABILITY = 0.3;

/** Figures and dates that the close reading takes for the answer in other sentences, where it takes both sentences to answer. */
export function rivalsRead(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
  readingOf: (candidate: SentenceCandidate) => SentenceReading | null,
): Rivals | null {
  const [best] = ranked;
  const reading = best === undefined ? null : readingOf(best.candidate);
  if (best === undefined || reading === null) return null;
  const own = shortFigure(question, best, reading) ?? figureRead(question, best, reading);
  if (own === null) return null;
  const least = Math.max(LEAST_LOG_ODDS, reading.logOdds - WEAKER_BY);
  const others = ranked
    .slice(1)
    .flatMap((other) => {
      const read = readingOf(other.candidate);
      if (read === null || read.logOdds < least) return [];
      const found = figureRead(question, other, read);
      return found !== null && tellsOfSame(question, own, found)
        ? [{ found, logOdds: read.logOdds }]
        : [];
    })
    .toSorted((a, b) => b.logOdds - a.logOdds);
  return { own, others: others.map(({ found }) => found) };
}

/** The figure that the short answer is or ends with. */
function shortFigure(
  question: AnalysedQuestion,
  ranked: RankedSentence,
  reading: SentenceReading,
): FigureTold | null {
  const answer = shortAnswer(question, ranked.candidate.analysed, reading);
  return answer === null ? null : figureWithin(question, ranked, answer);
}

/** The figure in the likeliest stretch that holds one. */
function figureRead(
  question: AnalysedQuestion,
  ranked: RankedSentence,
  { spans }: SentenceReading,
): FigureTold | null {
  const likely = spans.find(({ probability }) => probability >= LEAST_PROBABILITY);
  return likely === undefined ? null : figureWithin(question, ranked, likely);
}

function figureWithin(
  { type }: AnalysedQuestion,
  ranked: RankedSentence,
  within: Span,
): FigureTold | null {
  const figure = ranked.candidate.analysed.quantities.findLast(
    ({ kind, value, start, end }) =>
      (kind === 'date') === (type === 'date') &&
      (kind === 'date' || value !== null) &&
      start < within.end &&
      within.start < end,
  );
  return figure === undefined ? null : figureTold(ranked, figure);
}

function tellsOfSame(question: AnalysedQuestion, own: FigureTold, other: FigureTold): boolean {
  if (!areRivals(own, other) || namesOthers(question, own, other)) return false;
  return question.type === 'date' || isForSameTime(own, other);
}
