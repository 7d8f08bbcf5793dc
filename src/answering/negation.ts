import { akin } from '../analysis/akin.js';
import { NEGATION, NO_DENIAL } from '../analysis/negation.js';
import type { AnalysedSentence } from './analysed-passage.js';
import { tokensOf } from './sentence-tokens.js';

const EACH = new RegExp(NEGATION.source, 'giu');
/** How many words after a negation it may reach. */
const REACH = 4;

/** Whether a sentence denies something in words that a question asks about. */
export function isNegatedNear(sentence: AnalysedSentence, asked: readonly string[]): boolean {
  const { text } = sentence.sentence;
  const tokens = tokensOf(sentence);
  return [...text.matchAll(EACH)].some(({ 0: match, index }) => {
    const after = text.slice(index, index + match.length + 8);
    if (NO_DENIAL.test(after) || NO_DENIAL.test(text.slice(Math.max(0, index - 3), index + 4)))
      return false;
    return tokens
      .filter(({ start }) => start >= index + match.length)
      .slice(0, REACH)
      .some(({ term }) => asked.some((wanted) => akin(wanted, term)));
  });
}
