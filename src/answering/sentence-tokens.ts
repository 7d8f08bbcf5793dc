import { words } from '../analysis/terms.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';

/** A word of a sentence as search compares it, with offsets into the sentence's text. */
export interface Token extends Span {
  readonly term: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*(?:['’]\p{L}+)?/gu;

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
