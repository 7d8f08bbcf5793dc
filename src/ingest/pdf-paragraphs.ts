import type { Line } from './pdf-lines.js';

/** A line with the page it stands on, from 1. */
export interface PageLine extends Line {
  readonly page: number;
}

/** Letters whose size differs by more than this share are another text. */
const SAME_SIZE = 0.1;
/** Lines of a paragraph stand apart by less than this, in sizes of their letters, and by this times what they stood apart before. */
const WIDEST_LEADING = 2.1;
const WIDER_LEADING = 1.3;
const INDENT = 0.9;
/** A line that ends so much before the others is the last of its paragraph if a sentence ends with it. */
const SHORT_LINE = 0.82;
const SENTENCE_END = /[.!?。．！？:：]["'”’)\]」』]*$/u;

/** Whether a line of a column begins a paragraph below the line before it. `paragraph` holds the lines so far, the one before last. */
export function startsParagraph(
  paragraph: readonly PageLine[],
  before: PageLine,
  line: PageLine,
): boolean {
  if (!isSameSize(before, line)) return true;
  const gap = before.y - line.y;
  if (gap <= 0 || gap > WIDEST_LEADING * line.size) return true;
  const above = paragraph.at(-2);
  const wasBeside = above?.region === before.region && above.page === before.page;
  if (wasBeside && gap > (above.y - before.y) * WIDER_LEADING) return true;
  // A short line of its own font above a text of another is a heading; a few words in italics are not.
  const isOwnFont = paragraph.length === 1 && before.font !== line.font;
  if (isOwnFont && !SENTENCE_END.test(before.text) && before.end < line.end * SHORT_LINE)
    return true;
  const right = Math.max(...paragraph.map(({ end }) => end), line.end);
  const left = Math.min(...paragraph.map(({ x }) => x), line.x);
  if (line.isRightToLeft)
    return SENTENCE_END.test(before.text) && before.x - left > (right - left) * (1 - SHORT_LINE);
  const isIndented = line.x - left > INDENT * line.size && before.x - left <= 0.3 * line.size;
  if (isIndented && paragraph.length > 1) return true;
  return SENTENCE_END.test(before.text) && before.end - left < (right - left) * SHORT_LINE;
}

/** Whether the first line of a column or page goes on with the last paragraph of the one before it. */
export function continues(before: PageLine, line: PageLine): boolean {
  if (!isSameSize(before, line) || before.cells.length > 1 || line.cells.length > 1) return false;
  if (/[-\u2010\u00ad]$/.test(before.text) && /^\p{L}/u.test(line.text)) return true;
  if (SENTENCE_END.test(before.text)) return false;
  return /^["'“‘(]?(?:\p{Ll}|\p{Lo}|\d)/u.test(line.text);
}

function isSameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);
}
