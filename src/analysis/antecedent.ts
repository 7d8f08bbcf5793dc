import { findNames } from './names.js';

const PERSONAL = /\b(he|she|him|his|her)\b/iu;
const PLURAL = /\b(they|them|their)\b/iu;
const SINGULAR = /\b(it|its)\b/iu;
const POSSESSIVE = /^(?:its|their|his|her)$/iu;
/** Words that end a group of words around a noun. */
const ENDS =
  /^(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|should|may|might|must|to|in|on|of|for|by|from|with|at|about|between|after|before|during|since|that|which|who|when|where|as|and|or|not|called|named|built|made|known|the|a|an|it|they|he|she|there|according)$/iu;
const LONGEST_WORDS = 4;

/**
 * A clause with its pronoun replaced by what the clause before speaks of ("what do they sell?" after "How many Swedish firms
 * trade there?" gives "what do Swedish firms sell?"); null where it has no pronoun or it is not plain what it stands for.
 */
export function withAntecedent(clause: string, before: string): string | null {
  const [pronoun, group] = PLURAL.test(clause)
    ? [PLURAL, pluralOf(before)]
    : SINGULAR.test(clause)
      ? [SINGULAR, lastDefinite(before)]
      : PERSONAL.test(clause)
        ? [PERSONAL, personOf(before)]
        : [null, null];
  if (pronoun === null || group === null) return null;
  return clause.replace(pronoun, (written) =>
    POSSESSIVE.test(written) ? `${group}${group.endsWith('s') ? '’' : '’s'}` : group,
  );
}

/** The first group of words that ends in a plural: "Swedish firms", "the mill gates". */
function pluralOf(text: string): string | null {
  const words = text
    .replace(/[?!.,;:]/gu, ' ')
    .trim()
    .split(/\s+/u);
  for (const [at, word] of words.entries()) {
    if (!/[^su'’i]s$/iu.test(word) || ENDS.test(word) || /^(?:what|his|this|does)$/iu.test(word))
      continue;
    let from = at;
    while (from > 0 && at - from < LONGEST_WORDS && !isBound(words[from - 1] ?? '')) from--;
    const group = words.slice(from, at + 1).join(' ');
    return /^the$/iu.test(words[from - 1] ?? '') ? `the ${group}` : group;
  }
  return null;
}

function isBound(word: string): boolean {
  return ENDS.test(word) || /^(?:how|many|much|which|what|who|why|whose)$/iu.test(word);
}

/** The last "the …" or "a …" of a text, as "the …". */
function lastDefinite(text: string): string | null {
  const found = [...text.matchAll(/\b(?:the|an?)\s(?=\p{L})/giu)].at(-1);
  if (found === undefined) return null;
  const words: string[] = [];
  for (const word of text
    .slice(found.index + found[0].length)
    .split(/[\s?!.,;:]+/u)
    .slice(0, LONGEST_WORDS)) {
    if (word === '' || ENDS.test(word)) break;
    words.push(word);
  }
  return words.length === 0 ? null : `the ${words.join(' ')}`;
}

/** The only proper name of a text. */
function personOf(text: string): string | null {
  const [name, ...others] = findNames(text);
  return name === undefined || others.length > 0 ? null : name.text;
}
