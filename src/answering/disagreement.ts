import type { AnalysedQuestion } from '../analysis/question.js';
import type { ProposedDisagreement } from '../domain/reader.js';
import { isNamedYear } from './candidate-spans.js';
import { comparable, type QualifiedFigure, qualified, relation } from './figure-value.js';
import { quoteOf } from './quote.js';
import { isSameThing, type Statement } from './same-thing.js';
import type { RankedSentence } from './sentence-ranker.js';
import { likeliest } from './short-answer.js';

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
): Disagreement | null {
  const [best] = ranked;
  const own = best === undefined ? null : findingOf(question, best, LEAST_OF_BEST);
  if (best === undefined || own === null) return null;
  const sides: Finding[][] = [[own]];
  for (const other of ranked.slice(1, DEPTH)) {
    if (best.score - other.score > WEAKER_BY) break;
    if (sides.flat().some((one) => documentOf(one.ranked) === documentOf(other))) continue;
    const found = findingOf(question, other, LEAST_OF_OTHERS);
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

function asksForYears({ years, periods }: AnalysedQuestion): boolean {
  return years.length + periods.length > 0;
}

function answersToo(question: AnalysedQuestion, own: Finding, other: Finding): boolean {
  const [a, b] = [own.figure.quantity, other.figure.quantity];
  if (!comparable(a, b)) return false;
  const [low, high] = [Math.min(a.value ?? 0, b.value ?? 0), Math.max(a.value ?? 0, b.value ?? 0)];
  const areNear = a.kind !== 'percent' && a.kind !== 'ordinal' && low >= NEAR * high;
  return high <= FURTHEST_APART * low && isSameThing(question, own, other, areNear);
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
