const WORD = /[\p{L}\p{N}]+/gu;

/**
 * How many runs of letters or digits a text holds. Usage is counted in these: an answer is quoted,
 * not generated, so no language model's tokens are spent.
 */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
