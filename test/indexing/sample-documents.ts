import { createHash } from 'node:crypto';
import type { Block, DocumentMetadata, SourceDocument } from '../../src/domain/document.js';
import type { Passage } from '../../src/domain/passage.js';
import type { Splitting } from '../../src/indexing/splitting.js';
import { NO_METADATA } from '../../src/ingest/document-format.js';

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
    metadata: { ...NO_METADATA, ...metadata },
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

/** A document of everything that has ever upset an index: other planes, marks, line ends, NUL, odd blanks, other scripts. */
export function nastyDocument(id: string): SourceDocument {
  const text = [
    '\u{1f469}\u200d\u{1f52c} met e\u0301clair \u{1f600}. A\u0000NUL stood here.',
    'Sales rose to $77.2 billion in the U.S.\r\nThe Straße was wet.',
    '\u6771\u4eac\u30bf\u30ef\u30fc\u3067\u3059\u3002 \ud55c\uad6d\uc5b4\uc758 \ubb38\uc7a5\ub4e4\uc785\ub2c8\ub2e4.',
    `"quoted" 'single' \`tick\` ; DROP TABLE passages; -- ${'long '.repeat(400)}end.`,
    '\u0939\u093f\u0928\u094d\u0926\u0940 \u0e20\u0e32\u0e29\u0e32 \u00a0 odd\u2003blanks.',
  ].join('\n\n');
  return sampleDocument(id, text, {
    title: 'A nasty title: \u201c\u{1f600}\u201d',
    other: { __proto__x: 'kept', note: 'a "b"\n\u6771' },
  });
}
