import { terms } from '../analysis/terms.js';

/** A question with fewer telling words than this may lean on the one before. */
const SELF_CONTAINED_TERMS = 4;
const LEANS =
  /^(?:and|but|or|so|what about|how about|what of|then)\b|\b(?:it|its|they|their|them|that|those|this|these|he|she|his|her|there|same)\b/iu;

/**
 * The question as it is to be searched: a follow-up that leans on what was said ("and in Japan?")
 * is preceded by the last question; one that stands alone is left as it is.
 */
export function contextualQuestion(
  question: string,
  history: readonly { readonly question: string }[],
): string {
  const last = history.at(-1);
  if (last === undefined) return question;
  const leans = LEANS.test(question.trim()) && terms(question).length < 2 * SELF_CONTAINED_TERMS;
  return leans || terms(question).length < SELF_CONTAINED_TERMS
    ? `${last.question} ${question}`
    : question;
}
