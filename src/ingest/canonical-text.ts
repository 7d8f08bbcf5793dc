import type { Block, BlockKind } from '../domain/document.js';

/** A block before its place in the canonical text is known. */
export interface BlockDraft {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, 0 for every other kind. */
  readonly level: number;
  readonly text: string;
  /** Pages of the source that begin in it, ascending; the text then has no blank ends and no blanks at the end of its lines. */
  readonly pages?: readonly PageBeginning[];
}

/** A page, numbered from 1, and the offset in the text of its block at which it begins. */
export interface PageBeginning {
  readonly page: number;
  readonly at: number;
}

/** Text with the blocks that tile its non-blank characters. */
export interface CanonicalText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where each page of the source begins; absent where it has no pages. */
  readonly pageStarts?: readonly number[];
}

const BETWEEN_BLOCKS = '\n\n';

/**
 * Joins blocks with a blank line between them. Blank characters at both ends of a block and at the
 * end of its lines are dropped, and so is a block without anything else.
 * @param pageCount pages of the source, 0 where it has none
 */
export function canonicalText(drafts: Iterable<BlockDraft>, pageCount = 0): CanonicalText {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  const begins = new Map<number, number>();
  for (const { kind, level, text, pages = [] } of drafts) {
    const trimmed = withoutTrailingBlanks(text).trim();
    if (trimmed === '') continue;
    const start = length === 0 ? 0 : length + BETWEEN_BLOCKS.length;
    for (const { page, at } of pages)
      if (!begins.has(page)) begins.set(page, start + Math.min(at, trimmed.length - 1));
    parts.push(trimmed);
    length = start + trimmed.length;
    blocks.push({ kind, level, start, end: length });
  }
  const text = parts.join(BETWEEN_BLOCKS);
  return pageCount === 0
    ? { text, blocks }
    : { text, blocks, pageStarts: pageStarts(begins, pageCount, text.length) };
}

/** A page without text begins where the next one does. */
function pageStarts(begins: ReadonlyMap<number, number>, count: number, end: number): number[] {
  const starts = new Array<number>(count);
  let next = end;
  for (let page = count; page >= 1; page--) {
    next = begins.get(page) ?? next;
    starts[page - 1] = next;
  }
  return starts;
}

function withoutTrailingBlanks(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
