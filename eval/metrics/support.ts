import { normaliseAnswer } from './normalise.js';

/** With what is written to it: "60th", "5G". */
const FIGURE = /(?<![\p{L}\p{N}.,])\d[\d.,]*(?<=\d)[\p{L}\p{N}]*/gu;
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}]+)*/gu;
const POSSESSIVE = /['’]s\b/gu;

/**
 * What of a sentence can be wrong in a way that a machine sees: its figures, and its names, which are words with a capital
 * letter, and another one, that do not open the sentence or have a second capital ("LNG"). Each once, normalised.
 */
export function figuresAndNames(sentence: string): string[] {
  const text = sentence.replace(POSSESSIVE, '');
  const figures = text.match(FIGURE) ?? [];
  const opening = text.search(/[\p{L}\p{N}]/u);
  const names = [...text.matchAll(NAME)]
    .filter(({ 0: name, index }) => index > opening || /\p{Lu}.*\p{Lu}/u.test(name))
    .map(([name]) => name);
  return [...new Set([...figures, ...names].map(normaliseAnswer))].filter(
    (claim) => claim.length > 1 || /\d/.test(claim),
  );
}

/**
 * Of the figures and names of a sentence, the share that stand in the quotes it cites, 0 to 1; null where it has none. After
 * the precision of named entities and figures in summaries (Nan et al. 2021): a value below 1 is a claim that no quote makes.
 */
export function claimSupport(sentence: string, quotes: readonly string[]): number | null {
  const claims = figuresAndNames(sentence);
  if (claims.length === 0) return null;
  const proof = ` ${quotes.map((quote) => normaliseAnswer(quote.replace(POSSESSIVE, ''))).join(' ')} `;
  const held = claims.filter(
    (claim) => proof.includes(` ${claim} `) || proof.includes(` ${claim}%`),
  );
  return held.length / claims.length;
}
