import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import { isNamedYear } from './candidate-spans.js';
import { areRivals, type FigureTold, figureTold, ratioOf } from './figure-told.js';
import { comparable, qualified } from './figure-value.js';
import type { Rivals } from './rivals.js';
import { isSameThing } from './same-thing.js';
import type { RankedSentence } from './sentence-ranker.js';
import { likeliest, shortAnswer } from './short-answer.js';

/** Sentences this far below the best one's score are not weighed against it. */
const WEAKER_BY = 7;
/** Sentences looked at. */
const DEPTH = 16;
/**
 * Sums and measures this near, smaller by larger, tell of one thing more often than by chance; shares and ranks, which
 * crowd in one range, do not.
 */
const NEAR = 0.9;
/** Shares this near, where nothing but their nearness picks one among others. */
const NEAR_SHARES = 0.97;
/** How likely a figure must be to answer: what the question leaves open about others, the words they share with the best one tell. */
const LEAST_OF_BEST = 0.4;
const LEAST_OF_OTHERS = 0.15;

/** Figures that other sentences give for the same thing as the best one, as far as the words of question and sentences tell. */
export function rivalsInWords(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
  reading: SentenceReading | null,
): Rivals | null {
  const [best] = ranked;
  if (best === undefined || question.type === 'date') return null;
  const asked = figureAsked(question, best, LEAST_OF_BEST);
  const answered = figureAnswered(question, best, reading);
  // The close reading sees better which figure is meant; where it sees the same one, its own words tell most of others.
  const isAsked = asked !== null && (answered === null || isSameFigure(asked, answered));
  const own = isAsked ? asked : answered;
  if (own === null) return null;
  const near = ranked
    .slice(1, DEPTH)
    .filter(({ score }) => best.score - score <= WEAKER_BY)
    .flatMap((other) => {
      const found = isAsked ? figureAsked(question, other, LEAST_OF_OTHERS) : nearestTo(own, other);
      return found === null || !tellsOfSame(question, own, found) ? [] : [found];
    });
  return { own, others: near };
}

function figureAsked(
  question: AnalysedQuestion,
  ranked: RankedSentence,
  leastProbability: number,
): FigureTold | null {
  const { analysed } = ranked.candidate;
  const span = likeliest(question, analysed, null, leastProbability);
  const quantity = analysed.quantities.find(
    ({ start, end }) => span !== null && start <= span.offer.start && span.offer.end <= end,
  );
  if (span === null || quantity === undefined || quantity.value === null) return null;
  if (span.year !== null && asksForYears(question) && !isNamedYear(question, span.year))
    return null;
  const figure = qualified(analysed.sentence.text, quantity);
  return { ranked, sentence: analysed, span, figure };
}

/** The last figure of the short answer, where the question does not ask for one in so many words. */
function figureAnswered(
  question: AnalysedQuestion,
  ranked: RankedSentence,
  reading: SentenceReading | null,
): FigureTold | null {
  const { analysed } = ranked.candidate;
  const answer = shortAnswer(question, analysed, reading);
  const figure = analysed.quantities.findLast(
    ({ kind, start, end, value }) =>
      kind !== 'date' &&
      value !== null &&
      answer !== null &&
      answer.start <= start &&
      end <= answer.end,
  );
  return figure === undefined ? null : figureTold(ranked, figure);
}

/** The figure of a sentence that is nearest to one of another, where they are so near that they may tell of the same thing. */
function nearestTo(own: FigureTold, ranked: RankedSentence): FigureTold | null {
  const wanted = own.figure.quantity;
  const near = ranked.candidate.analysed.quantities
    .filter((one) => one.kind !== 'date' && one.kind !== 'ordinal' && comparable(wanted, one))
    .map((one) => figureTold(ranked, one))
    .map((one) => ({ one, ratio: ratioOf(own, one) }))
    .filter(({ ratio }) => ratio >= (wanted.kind === 'percent' ? NEAR_SHARES : NEAR))
    .toSorted((a, b) => b.ratio - a.ratio);
  return near[0]?.one ?? null;
}

function tellsOfSame(question: AnalysedQuestion, own: FigureTold, other: FigureTold): boolean {
  const { kind } = own.figure.quantity;
  const areNear = kind !== 'percent' && kind !== 'ordinal' && ratioOf(own, other) >= NEAR;
  return areRivals(own, other) && isSameThing(question, own, other, areNear);
}

function isSameFigure(a: FigureTold, b: FigureTold): boolean {
  return a.figure.quantity.start === b.figure.quantity.start;
}

function asksForYears({ years, periods }: AnalysedQuestion): boolean {
  return years.length + periods.length > 0;
}
