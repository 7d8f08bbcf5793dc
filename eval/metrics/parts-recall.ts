import { containsAnswer } from './normalise.js';

/**
 * Of the parts of a complete answer, the share that a text holds in any of its spellings, 0 to 1:
 * found parts / all parts ("recall" of list answers as in QAMPARI, Amouyal et al. 2022).
 */
export function partsRecall(text: string, parts: readonly (readonly string[])[]): number {
  const found = parts.filter((spellings) => spellings.some((one) => containsAnswer(text, one)));
  return found.length / parts.length;
}
