/**
 * The special tokens that end every text, which a cut must not lose.
 * @param ofNothing Tokens of the empty text.
 * @param ofSomething Tokens of any other text.
 */
export function closingTokens(
  ofNothing: readonly number[],
  ofSomething: readonly number[],
): number[] {
  let count = 0;
  while (count < ofNothing.length && ofNothing.at(-1 - count) === ofSomething.at(-1 - count))
    count += 1;
  return ofNothing.slice(ofNothing.length - count);
}

/** At most `limit` tokens: text over it loses its end, but keeps the tokens that close it. */
export function cutTokens(
  tokens: readonly number[],
  limit: number,
  closing: readonly number[],
): readonly number[] {
  if (tokens.length <= limit) return tokens;
  return [...tokens.slice(0, limit - closing.length), ...closing];
}
