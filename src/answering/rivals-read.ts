import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { Span } from '../domain/span.js';
import { areRivals, type FigureTold, figureTold, ratioOf } from './figure-told.js';
import type { Rivals } from './rivals.js';
import { isForSameTime, namesOthers } from './same-thing.js';
import type { SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';
import { shortAnswer } from './short-answer.js';

/** Both sentences must rather answer than not, the other not much less surely than the best one. */
const LEAST_LOG_ODDS = 0;
const WEAKER_BY = 3;
/** Where both count the same and come out this near, smaller by larger, less is enough. */
const LEAST_LOG_ODDS_OF_COUNTS = -2;
const NEAR_COUNTS = 0.6;
/** How likely a stretch must be the answer of its sentence; sentences are full of dates. */
const LEAST_PROBABILITY = 0.5;
const LEAST_PROBABILITY_OF_DATES = 0.6;

/** Figures and dates that the close reading takes for the answer in other sentences, where it takes both sentences to answer. */
export function rivalsRead(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
  readingOf: (candidate: SentenceCandidate) => SentenceReading | null,
): Rivals | null {
  const [best] = ranked;
  const reading = best === undefined ? null : readingOf(best.candidate);
  if (best === undefined || reading === null || reading.logOdds < LEAST_LOG_ODDS) return null;
  const own = shortFigure(question, best, reading) ?? figureRead(question, best, reading);
  if (own === null) return null;
  const least = Math.max(LEAST_LOG_ODDS, reading.logOdds - WEAKER_BY);
  const others = ranked
    .slice(1)
    .flatMap((other) => {
      const read = readingOf(other.candidate);
      if (read === null || read.logOdds < LEAST_LOG_ODDS_OF_COUNTS) return [];
      const found = figureRead(question, other, read);
      if (found === null || !tellsOfSame(question, own, found)) return [];
      return read.logOdds >= least || countTheSame(own, found)
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
  const least = question.type === 'date' ? LEAST_PROBABILITY_OF_DATES : LEAST_PROBABILITY;
  const likely = spans.find(({ probability }) => probability >= least);
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

/** Whether both tell how many there are of the same ("14 workers", "17 workers"), or how long it takes. */
function countTheSame(a: FigureTold, b: FigureTold): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  return (
    (one.kind === 'count' || one.kind === 'duration') &&
    one.kind === other.kind &&
    one.unit !== '' &&
    one.unit === other.unit &&
    ratioOf(a, b) >= NEAR_COUNTS
  );
}
