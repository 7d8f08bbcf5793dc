import type { Quantity } from '../analysis/quantities.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { ProposedDisagreement } from '../domain/reader.js';
import type { QuantityMention } from './analysed-passage.js';
import { isNamedYear, spanOfFigure } from './candidate-spans.js';
import { comparable, type QualifiedFigure, qualified, relation } from './figure-value.js';
import { quoteOf } from './quote.js';
import { isSameThing, type Statement } from './same-thing.js';
import type { SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';
import { likeliest, shortAnswer } from './short-answer.js';

/** Sentences this far below the best one's score are not weighed against it. */
const WEAKER_BY = 7;
/** Sentences looked at. */
const DEPTH = 16;
/** Figures further apart than this, larger by smaller, are hardly told of the same thing. */
const FURTHEST_APART = 3;

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

/** A disagreement with one sentence for each of its sides. */
export interface Disagreement {
  readonly proposed: ProposedDisagreement;
  readonly sentences: readonly RankedSentence[];
}

interface Finding extends Statement {
  readonly ranked: RankedSentence;
  readonly figure: QualifiedFigure;
}

/**
 * Sentences of different documents that answer one question about a figure with different figures of
 * the same kind and unit. Null unless the best sentence offers such a figure and another document
 * contradicts it in a sentence about the same thing. Documents that give the same figure share a side.
 */
export function findDisagreement(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
  readingOf: (candidate: SentenceCandidate) => SentenceReading | null = () => null,
): Disagreement | null {
  const [best] = ranked;
  if (best === undefined) return null;
  const asked = findingOf(question, best, LEAST_OF_BEST);
  const answered = findingAnswered(question, best, readingOf(best.candidate));
  // The close reading sees better which figure is meant; where it sees the same one, its own words tell most of others.
  const isAsked = asked !== null && (answered === null || isSameFigure(asked, answered));
  const own = isAsked ? asked : answered;
  if (own === null) return null;
  const sides: Finding[][] = [[own]];
  for (const other of ranked.slice(1, DEPTH)) {
    if (best.score - other.score > WEAKER_BY) break;
    if (sides.flat().some((one) => documentOf(one.ranked) === documentOf(other))) continue;
    const found = isAsked ? findingOf(question, other, LEAST_OF_OTHERS) : nearestTo(own, other);
    if (found === null || !answersToo(question, own, found)) continue;
    const same = sides.find(([one]) => one?.figure.quantity.value === found.figure.quantity.value);
    if (same === undefined) sides.push([found]);
    else same.push(found);
  }
  if (sides.length < 2) return null;
  return {
    proposed: {
      about: difference(sides),
      sides: sides.map((findings) => ({
        value: (findings[0] as Finding).figure.text,
        quotes: findings.map(({ ranked: { candidate } }) => quoteOf(candidate)),
      })),
    },
    sentences: sides.map(([first]) => (first as Finding).ranked),
  };
}

function findingOf(
  question: AnalysedQuestion,
  ranked: RankedSentence,
  leastProbability: number,
): Finding | null {
  const { analysed } = ranked.candidate;
  if (question.type === 'date') return null;
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
function findingAnswered(
  question: AnalysedQuestion,
  ranked: RankedSentence,
  reading: SentenceReading | null,
): Finding | null {
  const { analysed } = ranked.candidate;
  if (question.type === 'date') return null;
  const answer = shortAnswer(question, analysed, reading);
  const figure = analysed.quantities.findLast(
    ({ kind, start, end, value }) =>
      kind !== 'date' &&
      value !== null &&
      answer !== null &&
      answer.start <= start &&
      end <= answer.end,
  );
  return figure === undefined ? null : findingAt(ranked, figure);
}

/** The figure of a sentence that is nearest to one of another, where they are so near that they may tell of the same thing. */
function nearestTo(own: Finding, ranked: RankedSentence): Finding | null {
  const wanted = own.figure.quantity;
  const near = ranked.candidate.analysed.quantities
    .filter((one) => one.kind !== 'date' && one.kind !== 'ordinal' && comparable(wanted, one))
    .map((one) => ({ one, ratio: ratioOf(wanted, one) }))
    .filter(({ ratio }) => ratio >= (wanted.kind === 'percent' ? NEAR_SHARES : NEAR))
    .toSorted((a, b) => b.ratio - a.ratio);
  return near[0] === undefined ? null : findingAt(ranked, near[0].one);
}

function findingAt(ranked: RankedSentence, figure: QuantityMention): Finding {
  const { analysed } = ranked.candidate;
  return {
    ranked,
    sentence: analysed,
    span: spanOfFigure(analysed, figure),
    figure: qualified(analysed.sentence.text, figure),
  };
}

function isSameFigure(a: Finding, b: Finding): boolean {
  return a.figure.quantity.start === b.figure.quantity.start;
}

/** The smaller by the larger. */
function ratioOf(a: Quantity, b: Quantity): number {
  const [x, y] = [a.value ?? 0, b.value ?? 0];
  return Math.min(x, y) / Math.max(x, y, Number.MIN_VALUE);
}

function asksForYears({ years, periods }: AnalysedQuestion): boolean {
  return years.length + periods.length > 0;
}

function answersToo(question: AnalysedQuestion, own: Finding, other: Finding): boolean {
  const [a, b] = [own.figure.quantity, other.figure.quantity];
  if (!comparable(a, b)) return false;
  const ratio = ratioOf(a, b);
  const areNear = a.kind !== 'percent' && a.kind !== 'ordinal' && ratio >= NEAR;
  return ratio * FURTHEST_APART >= 1 && isSameThing(question, own, other, areNear);
}

/** What the sides differ in, in a sentence or two; with the dates of the documents where they differ. */
function difference(sides: readonly (readonly Finding[])[]): string {
  const figures = sides.map(([first]) => (first as Finding).figure);
  const relations = figures
    .slice(1)
    .map((figure) => relation(figures[0] as QualifiedFigure, figure));
  if (relations.every((one) => one === 'rounded'))
    return 'The sources give this figure with different precision; rounded, they agree.';
  if (relations.every((one) => one !== 'different'))
    return 'One source gives a figure where another gives only a limit or an estimate; they agree.';
  const dates = sides.map(([first]) => publishedOf(first as Finding));
  const tell = dates.every((date) => date !== null) && new Set(dates).size > 1;
  const dated = figures.map(({ text }, which) => `${text} in ${dates[which]}`);
  return `The sources give different figures${tell ? `, published at different times: ${dated.join(', ')}` : ''}.`;
}

function publishedOf({ ranked }: Finding): string | null {
  return ranked.candidate.passage.passage.document.metadata.published;
}

function documentOf({ candidate }: RankedSentence): string {
  return candidate.passage.passage.documentId;
}
