/** Characters of a token of English text, about; fewer in other scripts, so the count is rather too high than too low. */
const LATIN_PER_TOKEN = 3.5;

/** Tokens a text is worth, about, where nobody counts them. */
export function estimateTokens(text: string): number {
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return Math.ceil((text.length - others) / LATIN_PER_TOKEN) + others;
}
