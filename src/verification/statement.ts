import type { Party } from '../analysis/parties.js';
import { type StatedDate, statedDates } from '../analysis/stated-dates.js';
import { isStopWord, words } from '../analysis/terms.js';
import type { Span } from '../domain/span.js';
import { clausesOf } from './clauses.js';
import { namedParties } from './named-parties.js';
import { type StatedFigure, statedFigures } from './stated-figures.js';

/** A word of a text, with offsets into it. */
export interface StatedWord extends Span {
  /** As `words` writes it: lower case, stemmed. */
  readonly stem: string;
  /** Lower case, as written. */
  readonly lower: string;
  /** Whether it says what the text is about: no stop word, no figure. */
  readonly isTelling: boolean;
  /** Which clause of the text it stands in, from 0. */
  readonly clause: number;
}

/** What the checks look at in a sentence or in a quote, worked out once. */
export interface Statement {
  readonly text: string;
  readonly words: readonly StatedWord[];
  readonly clauses: readonly Span[];
  readonly dates: readonly StatedDate[];
  readonly figures: readonly StatedFigure[];
  /** Places and other proper names. */
  readonly parties: readonly Party[];
}

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu;

/** Reads a text for checking; linear in its length but for the number of names and figures. */
export function statementOf(text: string): Statement {
  const clauses = clausesOf(text);
  const dates = statedDates(text);
  const figures = statedFigures(text, dates);
  return {
    text,
    clauses,
    dates,
    figures,
    parties: namedParties(text).filter(
      (party) => !figures.some(({ start, end }) => party.start >= start && party.end <= end),
    ),
    words: wordsOf(text, clauses),
  };
}

function wordsOf(text: string, clauses: readonly Span[]): StatedWord[] {
  let clause = 0;
  return [...text.matchAll(WORD)].flatMap(({ 0: written, index }): StatedWord[] => {
    while (index >= (clauses[clause]?.end ?? text.length) && clause < clauses.length - 1) clause++;
    const stem = words(written)[0];
    if (stem === undefined) return [];
    const lower = written.toLowerCase();
    return [
      {
        stem,
        lower,
        isTelling: !isStopWord(lower.replace(/['’]s$/u, '')) && !/^\p{N}/u.test(lower),
        clause,
        start: index,
        end: index + written.length,
      },
    ];
  });
}

/** The words of a stretch. */
export function wordsWithin({ words: all }: Statement, { start, end }: Span): StatedWord[] {
  return all.filter((word) => word.start >= start && word.end <= end);
}
