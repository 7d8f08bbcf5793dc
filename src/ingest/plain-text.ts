import type { BlockDraft } from './canonical-text.js';
import { decodeText } from './decode-text.js';
import { type DocumentFormat, withEncoding } from './document-format.js';

/** A file with a longer line than this, in UTF-16 code units, is not wrapped by hand: each of its lines is a paragraph. */
const WRAPPED_LINE_LIMIT = 120;
const BULLET = /^\s*(?:[-*•‣▪◦]|\d{1,3}[.)])\s/u;

/**
 * Plain text: blank lines part paragraphs. In a file wrapped by hand the lines of a paragraph are
 * joined by a space; otherwise every line stands alone. A line that begins with a bullet or a
 * number begins a list item, whose marker stays. There is no front matter and there are no headings.
 */
export const plainText: DocumentFormat = {
  parse: (bytes) => {
    const { text, guessed } = decodeText(bytes);
    return { title: null, metadata: withEncoding(undefined, guessed), blocks: plainBlocks(text) };
  },
};

/** The paragraphs and list items of plain text whose lines end in LF. */
export function plainBlocks(text: string): BlockDraft[] {
  return [...paragraphs(text)];
}

function* paragraphs(text: string): Generator<BlockDraft> {
  const lines = text.replaceAll('\f', '\n\n').split('\n');
  const wrapped = lines.every((line) => line.length <= WRAPPED_LINE_LIMIT);
  let pending: string[] = [];
  for (const line of [...lines, '']) {
    const blank = line.trim() === '';
    if (pending.length > 0 && (blank || !wrapped || BULLET.test(line))) {
      yield draft(pending);
      pending = [];
    }
    if (!blank) pending.push(line);
  }
}

function draft(lines: readonly string[]): BlockDraft {
  const kind = BULLET.test(lines[0] ?? '') ? 'listItem' : 'paragraph';
  return { kind, level: 0, text: lines.join(' ').replace(/[ \t]+/g, ' ') };
}
