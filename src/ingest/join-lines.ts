const CUT_WORD = /(\p{L}[\p{L}\p{M}]*)([-\u2010\u00ad])$/u;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu;
/** Scripts and marks between which a line may end without a blank. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

/** The whole words of lines, in small letters, by which a word that a line end cut is known again. */
export function wholeWords(lines: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.replace(CUT_WORD, '').matchAll(WORD))
      words.add(word.toLowerCase().replaceAll('\u2010', '-'));
  return words;
}

/**
 * Two lines of one paragraph as one text. A hyphen at the line's end goes with the word it cut, unless the document has the word
 * with a hyphen and not without one; lines of scripts without blanks are joined without one.
 */
export function joinLines(first: string, second: string, words: ReadonlySet<string>): string {
  const cut = CUT_WORD.exec(first);
  const rest = /^\p{L}[\p{L}\p{M}]*/u.exec(second)?.[0];
  if (cut !== null && rest !== undefined) {
    const [whole, head = '', hyphen] = cut;
    const goesOn = /^\p{Ll}/u.test(rest) || /^(?!\p{Lu})/u.test(rest);
    const bare = first.slice(0, -1);
    if (hyphen === '\u00ad') return bare + second;
    if (!goesOn) return first + second;
    const hasHyphen = words.has(`${head}-${rest}`.toLowerCase());
    const hasNone = words.has((head + rest).toLowerCase());
    return whole !== '' && hasHyphen && !hasNone ? first + second : bare + second;
  }
  const last = [...first.slice(-2)].at(-1) ?? '';
  return UNSPACED.test(last) && UNSPACED.test([...second.slice(0, 2)][0] ?? '')
    ? first + second
    : `${first} ${second}`;
}
