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
  const sections: Section[] = [];
  const governing: { level: number; text: string }[] = [];
  let rest = document.blocks;
  while (rest.length > 0) {
    const body = indexWhere(rest, 0, (block) => block.kind !== 'heading');
    const end = indexWhere(rest, body, (block) => block.kind === 'heading');
    const headings = rest.slice(0, body);
    const deck = sections.length === 0 ? deckLength(headings) : 0;
    for (const { level, start, end: stop } of headings.slice(0, headings.length - deck)) {
      while ((governing.at(-1)?.level ?? 0) >= level) governing.pop();
      governing.push({ level, text: shorten(document.text.slice(start, stop)) });
    }
    const title = shorten(document.title);
    sections.push({
      headings: governing.map(({ text }) => text).filter((text) => text !== title),
      blocks: rest.slice(0, end),
    });
    rest = rest.slice(end);
  }
  return sections;
}

function indexWhere(
  blocks: readonly Block[],
  from: number,
  holds: (block: Block) => boolean,
): number {
  for (let i = from; i < blocks.length; i++) if (holds(blocks[i] as Block)) return i;
  return blocks.length;
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
