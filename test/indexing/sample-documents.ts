import { createHash } from 'node:crypto';
import type { Block, DocumentMetadata, SourceDocument } from '../../src/domain/document.js';
import type { Passage } from '../../src/domain/passage.js';
import type { Splitting } from '../../src/indexing/splitting.js';

/** A document of a text whose paragraphs are separated by empty lines. */
export function sampleDocument(
  id: string,
  text: string,
  { title = `About ${id}`, ...metadata }: Partial<DocumentMetadata> & { title?: string } = {},
): SourceDocument {
  return {
    id,
    title,
    text,
    hash: `sha256-${createHash('sha256').update(text).digest('hex')}`,
    path: `${id}.md`,
    blocks: paragraphs(text),
    metadata: {
      author: null,
      publisher: null,
      published: null,
      url: null,
      language: null,
      licence: null,
      other: {},
      ...metadata,
    },
  };
}

const WORDS =
  'river stone cloud market engine copper harbour signal winter garden ledger cotton planet bridge needle window forest candle mirror anchor'.split(
    ' ',
  );

/** Paragraphs of two sentences each, of words drawn by `seed`; some paragraphs are alike. */
export function sampleText(seed: number, paragraphCount: number): string {
  let state = seed * 7919 + 17;
  const word = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return WORDS[(state >> 8) % WORDS.length];
  };
  const sentence = () => `The ${word()} ${word()} met a ${word()} near ${state % 100}.5 units.`;
  return Array.from({ length: paragraphCount }, (_, i) =>
    i % 7 === 3
      ? 'The same words stand here. They stand twice.'
      : `${sentence()} A ${word()} saw it.`,
  ).join('\n\n');
}

/** A passage for each paragraph, a sentence for each stretch that ends in a full stop and a blank. */
export const paragraphSplitting: Splitting = {
  policy: 'paragraphs-1',
  split: (document) =>
    document.blocks.map((block, ordinal): Passage => {
      const own = document.text.slice(block.start, block.end);
      return {
        id: `${document.id}#${ordinal}`,
        documentId: document.id,
        ordinal,
        start: block.start,
        end: block.end,
        headings: ordinal % 2 === 0 ? [] : ['Odd things'],
        sentences: [...own.matchAll(/\S.*?(?:\.(?= |$)|$)/gsu)].map((match) => ({
          kind: 'paragraph',
          start: block.start + match.index,
          end: block.start + match.index + match[0].length,
        })),
      };
    }),
  contextualText: (document, _passage, text) => `${document.title}\n${text}`,
};

function paragraphs(text: string): Block[] {
  return [...text.matchAll(/\S(?:.|\n(?!\n))*/gu)].map((match) => ({
    kind: 'paragraph',
    level: 0,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
