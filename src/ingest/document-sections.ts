import type { Block, SourceDocument } from '../domain/document.js';

/** A run of headings with the blocks up to the next heading. Either may be empty, not both. */
export interface Section {
  /** Headings that govern it, outermost first, without the document's title. */
  readonly headings: readonly string[];
  readonly blocks: readonly Block[];
}

/** So many headings of one level right below the title, with no text between them, are a headline's deck. */
const DECK_LENGTH = 3;
/** Longer headings are shortened where they serve as context, in UTF-16 code units. */
const HEADING_LIMIT = 200;

/**
 * Parts a document at its headings. A deck of sub-headlines below the title belongs to the first
 * section and governs nothing, since none of its lines is about the text that follows alone.
 */
export function documentSections(
  document: Pick<SourceDocument, 'title' | 'text' | 'blocks'>,
): Section[] {
  const { title, text, blocks } = document;
  const sections: Section[] = [];
  const governing: { level: number; text: string }[] = [];
  for (let start = 0; start < blocks.length; ) {
    const body = indexOfKind(blocks, start, false);
    const end = indexOfKind(blocks, body, true);
    const headings = blocks.slice(start, body);
    const deck = start === 0 ? deckLength(headings) : 0;
    for (const heading of headings.slice(0, headings.length - deck)) {
      while ((governing.at(-1)?.level ?? 0) >= heading.level) governing.pop();
      governing.push({
        level: heading.level,
        text: shorten(text.slice(heading.start, heading.end)),
      });
    }
    sections.push({
      headings: governing.map(({ text }) => text).filter((text) => text !== shorten(title)),
      blocks: blocks.slice(start, end),
    });
    start = end;
  }
  return sections;
}

/** Index of the first block from `from` on that is a heading, or is none; the number of blocks without such. */
function indexOfKind(blocks: readonly Block[], from: number, heading: boolean): number {
  let index = from;
  while (index < blocks.length && (blocks[index]?.kind === 'heading') !== heading) index++;
  return index;
}

function deckLength(headings: readonly Block[]): number {
  const level = headings.at(-1)?.level ?? 0;
  const before = headings.findLastIndex((heading) => heading.level !== level);
  const length = headings.length - 1 - before;
  return length >= DECK_LENGTH ? length : 0;
}

function shorten(heading: string): string {
  const line = heading.replace(/\s+/g, ' ').trim();
  return line.length <= HEADING_LIMIT ? line : `${line.slice(0, HEADING_LIMIT - 1).trimEnd()}…`;
}
