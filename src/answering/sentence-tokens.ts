import { words } from '../analysis/terms.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';

/** A word of a sentence as search compares it, with offsets into the sentence's text. */
export interface Token extends Span {
  readonly term: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*(?:['’]\p{L}+)?/gu;
/** Words at least this long are akin where one begins with the other ("norman", "normandi"). */
const SHORTEST_STEM = 4;

const known = new WeakMap<AnalysedSentence, readonly Token[]>();

/** The words of a sentence in order, worked out once. */
export function tokensOf(sentence: AnalysedSentence): readonly Token[] {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const tokens = [...sentence.sentence.text.matchAll(WORD)].flatMap(({ 0: match, index }) => {
    const term = words(match)[0];
    return term === undefined ? [] : [{ term, start: index, end: index + match.length }];
  });
  known.set(sentence, tokens);
  return tokens;
}

/** Whether two terms are the same word or one is built on the other, as "chilean" on "chile". */
export function akin(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_STEM && !/^\d/.test(short) && long.startsWith(short);
}
