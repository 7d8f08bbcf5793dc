import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { ProposedDisagreement } from '../domain/reader.js';
import { type FigureTold, tellTheSame } from './figure-told.js';
import { relation } from './figure-value.js';
import { quoteOf } from './quote.js';
import type { Rivals } from './rivals.js';
import { rivalsInWords } from './rivals-in-words.js';
import { rivalsRead } from './rivals-read.js';
import type { SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';

/** A disagreement with one sentence for each of its sides. */
export interface Disagreement {
  readonly proposed: ProposedDisagreement;
  readonly sentences: readonly RankedSentence[];
}

/**
 * Sentences of different documents that answer one question about a figure or a date with different ones of
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
  const sides =
    sidesOf(rivalsRead(question, ranked, readingOf)) ??
    sidesOf(rivalsInWords(question, ranked, readingOf(best.candidate)));
  if (sides === null) return null;
  return {
    proposed: {
      about: difference(sides),
      sides: sides.map((side) => ({
        value: (side[0] as FigureTold).figure.text,
        quotes: side.map(({ ranked: { candidate } }) => quoteOf(candidate)),
      })),
    },
    sentences: sides.map(([first]) => (first as FigureTold).ranked),
  };
}

/** One side for each figure, a document on one of them; null where all tell the same. */
function sidesOf(rivals: Rivals | null): FigureTold[][] | null {
  if (rivals === null) return null;
  const sides: FigureTold[][] = [[rivals.own]];
  for (const other of rivals.others) {
    if (sides.flat().some((one) => documentOf(one) === documentOf(other))) continue;
    const same = sides.find(([one]) => one !== undefined && tellTheSame(one, other));
    if (same === undefined) sides.push([other]);
    else same.push(other);
  }
  return sides.length < 2 ? null : sides;
}

/** What the sides differ in, in a sentence or two; with the dates of the documents where they differ. */
function difference(sides: readonly (readonly FigureTold[])[]): string {
  const firsts = sides.map(([first]) => first as FigureTold);
  const [own, ...others] = firsts as [FigureTold, ...FigureTold[]];
  const isDate = own.figure.quantity.kind === 'date';
  const relations = others.map(({ figure }) =>
    isDate ? 'different' : relation(own.figure, figure),
  );
  if (relations.every((one) => one === 'rounded'))
    return 'The sources give this figure with different precision; rounded, they agree.';
  if (relations.every((one) => one !== 'different'))
    return 'One source gives a figure where another gives only a limit or an estimate; they agree.';
  const dates = firsts.map(publishedOf);
  const tell = dates.every((date) => date !== null) && new Set(dates).size > 1;
  const dated = firsts.map(({ figure }, which) => `${figure.text} in ${dates[which]}`);
  return `The sources give different ${isDate ? 'dates' : 'figures'}${tell ? `, published at different times: ${dated.join(', ')}` : ''}.`;
}

function publishedOf({ ranked }: FigureTold): string | null {
  return ranked.candidate.passage.passage.document.metadata.published;
}

function documentOf({ ranked: { candidate } }: FigureTold): string {
  return candidate.passage.passage.documentId;
}
