import { TextSplitter } from '@langchain/textsplitters';
import type { Span } from '../domain/span.js';
import { FootnoteError } from '../errors.js';

/**
 * LangChain's splitter over units that are never cut: whole paragraphs, or groups of sentences
 * where a paragraph is too long. It packs as many neighbours together as `chunkSize` allows.
 */
export class PassageSplitter extends TextSplitter {
  readonly #unitEnds: readonly number[];

  /**
   * @param unitEnds where each unit of the text ends, ascending
   * @param limit code units a passage may have; no unit has more, blanks around it aside
   */
  constructor(unitEnds: readonly number[], limit: number) {
    // A unit followed by many blanks counts as full, so that the splitter sees nothing over its size.
    const lengthFunction = (unit: string) => Math.min(unit.length, limit);
    super({ chunkSize: limit, chunkOverlap: 0, keepSeparator: false, lengthFunction });
    this.#unitEnds = unitEnds;
  }

  static override lc_name(): string {
    return 'PassageSplitter';
  }

  override async splitText(text: string): Promise<string[]> {
    const starts = [0, ...this.#unitEnds.slice(0, -1)];
    const units = starts.map((start, index) => {
      const isLast = index === starts.length - 1;
      return text.slice(start, isLast ? text.length : this.#unitEnds[index]);
    });
    return this.mergeSplits(units, '');
  }
}

/**
 * Finds the spans of chunks in the text they come from; LangChain gives none and trims its chunks.
 * @throws FootnoteError `internal` where a chunk, blanks around it aside, does not follow the one before
 */
export function locateChunks(text: string, chunks: readonly string[]): Span[] {
  let end = 0;
  const spans = chunks.map((chunk) => {
    const start = nextReadable(text, end);
    end = start + chunk.length;
    if (text.slice(start, end) !== chunk) throw lost(start);
    return { start, end };
  });
  if (nextReadable(text, end) < text.length) throw lost(end);
  return spans;
}

function nextReadable(text: string, from: number): number {
  const readable = /\S/g;
  readable.lastIndex = from;
  return readable.exec(text)?.index ?? text.length;
}

function lost(offset: number): FootnoteError {
  return new FootnoteError(
    'internal',
    `The text splitter changed or lost text at offset ${offset} of a section.`,
    { details: { offset } },
  );
}
