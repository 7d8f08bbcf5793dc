import type { VerifiedSentence } from './verify-draft.js';

const LONGEST = 80;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * The answer in short: the model's where it stands, as it is, both in a sentence that was verified and in one of that
 * sentence's quotes; else the reader's where one of the quotes cited holds it; else none.
 */
export function shortAnswerOf(
  proposed: string | null,
  sentences: readonly VerifiedSentence[],
  own: string | null,
): string | null {
  if (proposed !== null && proposed.length <= LONGEST && LETTER_OR_DIGIT.test(proposed)) {
    const stands = sentences.some(
      ({ text, quotes }) =>
        holds(text, proposed) && quotes.some(({ quote }) => holds(quote, proposed)),
    );
    if (stands) return proposed;
  }
  if (own === null) return null;
  return sentences.some(({ quotes }) => quotes.some(({ quote }) => holds(quote, own))) ? own : null;
}

/** As a whole word or figure: "78" does not stand in "1978". */
function holds(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + part.length] ?? ' ';
    if (!LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after)) return true;
  }
  return false;
}
