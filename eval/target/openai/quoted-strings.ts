/** A string that an answer quotes, and where it stands in the answer. */
export interface QuotedString {
  readonly text: string;
  readonly at: number;
}

/** Between marks that open and close, on one paragraph. */
const MARKED =
  /“([^“”\n]+)”|„([^„“”\n]+)[“”]|«([^«»\n]+)»|「([^「」\n]+)」|『([^『』\n]+)』|(?<![\p{L}\p{N}])"([^"\n]+)"(?![\p{L}\p{N}])/gu;
/** Lines that begin with `>`, one after the other. */
const BLOCK = /^(?:[ \t]*>[^\n]*(?:\n|$))+/gm;
/** A quote is of so many words at least; shorter strings in quotation marks are titles, terms and irony. */
const LEAST_WORDS = 4;
/** Of scripts that put no blanks between words, so many letters. */
const LEAST_LETTERS = 10;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** The strings an answer quotes, in the order of its text: those in quotation marks and those in block quotations. */
export function quotedStrings(answer: string): QuotedString[] {
  const blocks = [...answer.matchAll(BLOCK)].map((match) => ({
    text: match[0].replace(/^[ \t]*>[ \t]?/gm, '').trim(),
    at: match.index,
  }));
  const marked = [...answer.matchAll(MARKED)].map((match) => ({
    text: match.slice(1).find((group) => group !== undefined) ?? '',
    at: match.index,
  }));
  const inBlock = (at: number) =>
    [...answer.matchAll(BLOCK)].some(
      (match) => at >= match.index && at < match.index + match[0].length,
    );
  return [...blocks.flatMap(unmarked), ...marked.filter(({ at }) => !inBlock(at))]
    .filter(({ text }) => isLong(text))
    .sort((a, b) => a.at - b.at);
}

/** A block without quotation marks around it, and without the source it may name in its end. */
function unmarked({ text, at }: QuotedString): QuotedString[] {
  const bare = text
    .replace(/\s*(?:\[\^?\d+\]\s*)+$/, '')
    .replace(/\n\s*[-–—][^\n]*$/, '')
    .trim();
  const inner = /^["“„«「](.*)["”“»」]$/s.exec(bare)?.[1];
  return bare === '' ? [] : [{ text: inner ?? bare, at }];
}

function isLong(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words >= LEAST_WORDS || (text.match(UNSPACED)?.length ?? 0) >= LEAST_LETTERS;
}
