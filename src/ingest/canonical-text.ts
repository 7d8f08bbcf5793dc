import type { Block, BlockKind } from '../domain/document.js';

/** A block before its place in the canonical text is known. */
export interface BlockDraft {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, 0 for every other kind. */
  readonly level: number;
  readonly text: string;
}

/** Text with the blocks that tile its non-blank characters. */
export interface CanonicalText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const BETWEEN_BLOCKS = '\n\n';

/**
 * Joins blocks with a blank line between them. Blank characters at both ends of a block and at the
 * end of its lines are dropped, and so is a block without anything else.
 */
export function canonicalText(drafts: Iterable<BlockDraft>): CanonicalText {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  for (const { kind, level, text } of drafts) {
    const trimmed = withoutTrailingBlanks(text).trim();
    if (trimmed === '') continue;
    const start = length === 0 ? 0 : length + BETWEEN_BLOCKS.length;
    parts.push(trimmed);
    length = start + trimmed.length;
    blocks.push({ kind, level, start, end: length });
  }
  return { text: parts.join(BETWEEN_BLOCKS), blocks };
}

function withoutTrailingBlanks(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
