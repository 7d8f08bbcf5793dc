import { inColumns, type Region } from './pdf-columns.js';
import type { TextPiece } from './pdf-pieces.js';

/** Pieces beside each other with no more than a wide blank between them. */
export type Segment = Omit<TextPiece, 'spaced'>;

/** A line of a page, or of a column of it. */
export interface Line extends Segment {
  /** Its parts, where wide gaps part it as the columns of a table do. */
  readonly cells: readonly string[];
  /** Lines with one number stand below each other in one column; it grows in reading order. */
  readonly region: number;
}

/** A wider gap, in sizes of the letters, parts segments; blanks of justified lines are narrower. */
const SEGMENT_GAP = 1.15;
/** A wider gap within a column parts the cells of a table. */
const CELL_GAP = 2;
/** A gap this wide is a blank although none was drawn. */
const BLANK_GAP = 0.16;
/** Base lines nearer than this, in sizes of the letters, are one line with raised and lowered signs in it. */
const SAME_LINE = 0.45;
/** The dots that lead from a title to its page in a table of contents. */
const LEADER = /(?:\s*\.){5,}\s*/g;
const WIDE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** The lines of a page in the order they are read: column after column where there are several. */
export function readingLines(pieces: readonly TextPiece[]): Line[] {
  const regions = inColumns(rowsOf(pieces).flatMap(segmentsOf));
  return regions.flatMap(({ segments }: Region, region) =>
    rowsOf(segments).map((row): Line => lineOf(row, region)),
  );
}

/** What stands on one base line, from the top down. */
function rowsOf<Placed extends { readonly y: number; readonly size: number }>(
  placed: readonly Placed[],
): Placed[][] {
  const rows: { y: number; size: number; members: Placed[] }[] = [];
  for (const one of [...placed].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const isSame = row && row.y - one.y < SAME_LINE * Math.max(row.size, one.size);
    if (!isSame) {
      rows.push({ y: one.y, size: one.size, members: [one] });
      continue;
    }
    row.members.push(one);
    // A raised sign came first: the line stands where its larger letters do.
    if (one.size > row.size * 1.1) [row.y, row.size] = [one.y, one.size];
  }
  return rows.map(({ members }) => members);
}

function segmentsOf(row: readonly TextPiece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of [...row].sort((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last === undefined ? Infinity : piece.x - last.end;
    const size = Math.max(piece.size, last?.size ?? 0);
    if (last === undefined || gap > SEGMENT_GAP * size) segments.push({ ...piece });
    else segments[segments.length - 1] = joined(last, piece, gap);
  }
  return segments;
}

function joined(left: Segment, right: TextPiece, gap: number): Segment {
  const isRightToLeft = left.isRightToLeft || right.isRightToLeft;
  const [first, second] = isRightToLeft ? [right, left] : [left, right];
  const blank = needsBlank(first.text, second.text, gap / right.size, right.spaced) ? ' ' : '';
  const isLarger = right.text.length > left.text.length;
  return {
    text: first.text + blank + second.text,
    x: left.x,
    end: Math.max(left.end, right.end),
    y: left.size >= right.size ? left.y : right.y,
    size: Math.max(left.size, right.size),
    font: isLarger ? right.font : left.font,
    isRightToLeft,
  };
}

function needsBlank(before: string, after: string, gap: number, spaced: boolean): boolean {
  if (/\s$/.test(before) || /^\s/.test(after)) return false;
  const bothWide = WIDE_SCRIPT.test(before.slice(-1)) && WIDE_SCRIPT.test(after.slice(0, 1));
  if (bothWide) return gap > 0.6;
  return spaced || gap > BLANK_GAP;
}

function lineOf(row: readonly Segment[], region: number): Line {
  const isRightToLeft = row.some((segment) => segment.isRightToLeft);
  const ordered = [...row].sort((a, b) => (isRightToLeft ? b.x - a.x : a.x - b.x));
  const cells: string[] = [];
  let before: Segment | undefined;
  for (const segment of ordered) {
    const gap =
      before === undefined ? Infinity : Math.max(segment.x - before.end, before.x - segment.end);
    const text = segment.text.trim();
    if (gap > CELL_GAP * segment.size) cells.push(text);
    else cells[cells.length - 1] = `${cells.at(-1)} ${text}`;
    before = segment;
  }
  const main = [...row].sort((a, b) => b.text.length - a.text.length)[0] as Segment;
  return {
    text: cells.join(' ').replace(LEADER, ' … ').replace(/\s+/g, ' ').trim(),
    cells: cells.map((cell) => cell.replace(/\s+/g, ' ')),
    x: Math.min(...row.map(({ x }) => x)),
    end: Math.max(...row.map(({ end }) => end)),
    y: main.y,
    size: main.size,
    font: main.font,
    isRightToLeft,
    region,
  };
}
