import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockKind, SourceDocument } from '../../src/domain/document.js';
import type { Passage } from '../../src/domain/passage.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { PASSAGE_LIMIT, splitDocument } from '../../src/ingest/split-document.js';
import { nastyText } from './nasty-text.js';

type Piece = readonly [kind: BlockKind | 'h1' | 'h2' | 'h3', text: string];

/** A document of these blocks; blocks of nothing but blanks are left out, as loaders do. */
function documentOf(pieces: readonly Piece[], title = 'Title'): SourceDocument {
  const kept = pieces
    .map(([kind, text]) => [kind, text.trim()] as const)
    .filter(([, text]) => text);
  let length = 0;
  const blocks = kept.map(([kind, text]) => {
    const start = length === 0 ? 0 : length + 2;
    length = start + text.length;
    const level = /^h\d$/.test(kind) ? Number(kind[1]) : 0;
    return {
      kind: level > 0 ? ('heading' as const) : (kind as BlockKind),
      level,
      start,
      end: length,
    };
  });
  return {
    id: 'doc',
    title,
    text: kept.map(([, text]) => text).join('\n\n'),
    hash: 'sha256-0',
    metadata: {
      author: null,
      publisher: null,
      published: null,
      url: null,
      language: null,
      licence: null,
      other: {},
    },
    blocks,
    path: 'doc.md',
  };
}

async function splitPieces(...pieces: Piece[]) {
  const document = documentOf(pieces);
  const passages = await splitDocument(document);
  checkTiling(document, passages);
  const texts = passages.map(({ start, end }) => document.text.slice(start, end));
  return { document, passages, texts };
}

/** All that passages and sentences promise about their spans. */
function checkTiling(document: SourceDocument, passages: readonly Passage[]): void {
  const { text, blocks } = document;
  let end = 0;
  let block = 0;
  for (const [ordinal, passage] of passages.entries()) {
    expect(passage).toMatchObject({ id: `doc#${ordinal}`, documentId: 'doc', ordinal });
    expect(passage.end - passage.start).toBeLessThanOrEqual(PASSAGE_LIMIT);
    expect(passage.sentences[0]?.start).toBe(passage.start);
    expect(passage.sentences.at(-1)?.end).toBe(passage.end);
    for (const sentence of passage.sentences) {
      expect(text.slice(end, sentence.start).trim()).toBe('');
      const quote = text.slice(sentence.start, sentence.end);
      expect(quote.trim()).toBe(quote);
      expect(quote).not.toBe('');
      while ((blocks[block]?.end ?? text.length) <= sentence.start) block++;
      expect(blocks[block]?.kind).toBe(sentence.kind);
      expect(sentence.end).toBeLessThanOrEqual(blocks[block]?.end ?? 0);
      end = sentence.end;
    }
  }
  expect(text.slice(end).trim()).toBe('');
}

const SENTENCE = 'This sentence has exactly sixty characters, the last is this';
const sentences = (count: number) => Array.from({ length: count }, () => `${SENTENCE}.`).join(' ');

describe('splitDocument', () => {
  it('keeps a section together with its heading where it fits', async () => {
    const { texts, passages } = await splitPieces(
      ['h1', 'Title'],
      ['paragraph', 'One.'],
      ['h2', 'Part'],
      ['paragraph', 'Two. Three.'],
      ['listItem', 'Four.'],
    );
    expect(texts).toEqual(['Title\n\nOne.', 'Part\n\nTwo. Three.\n\nFour.']);
    expect(passages.map(({ headings }) => headings)).toEqual([[], ['Part']]);
    expect(passages[1]?.sentences.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'listItem',
    ]);
  });

  it('names the governing headings outermost first, without the title', async () => {
    const { passages } = await splitPieces(
      ['h1', 'Title'],
      ['h2', 'A'],
      ['h3', 'A1'],
      ['paragraph', 'x.'],
      ['h3', 'A2'],
      ['paragraph', 'x.'],
      ['h2', 'B'],
      ['paragraph', 'x.'],
    );
    expect(passages.map(({ headings }) => headings)).toEqual([['A', 'A1'], ['A', 'A2'], ['B']]);
  });

  it('lets a deck of sub-headlines below the title govern nothing', async () => {
    const { passages, texts } = await splitPieces(
      ['h1', 'Title'],
      ['h2', 'Trade up'],
      ['h2', 'Ties closer'],
      ['h2', 'Hopes high'],
      ['paragraph', 'Body.'],
      ['h2', 'Part'],
      ['paragraph', 'More.'],
    );
    expect(passages.map(({ headings }) => headings)).toEqual([[], ['Part']]);
    expect(texts[0]).toBe('Title\n\nTrade up\n\nTies closer\n\nHopes high\n\nBody.');
  });

  it('keeps whole paragraphs together and parts them where the next does not fit', async () => {
    const { texts } = await splitPieces(
      ['paragraph', sentences(6)],
      ['paragraph', sentences(6)],
      ['paragraph', sentences(6)],
    );
    expect(texts).toEqual([`${sentences(6)}\n\n${sentences(6)}`, sentences(6)]);
  });

  it('cuts a long paragraph between sentences into parts of like length', async () => {
    const { texts } = await splitPieces(['paragraph', sentences(20)]);
    expect(texts).toEqual([sentences(10), sentences(10)]);
  });

  it('cuts a sentence over the limit after a clause, at a blank, or else between graphemes', async () => {
    const clauses = `${'word '.repeat(150).trim()}, ${'word '.repeat(150).trim()}`;
    const family = '👩‍👩‍👧‍👦';
    for (const [text, expected] of [
      [clauses, clauses.split(/(?<=,) /)],
      [sentences(20).replaceAll(/[.,]/g, ''), undefined],
      [family.repeat(100), [family.repeat(81), family.repeat(19)]],
      [`a${'\u0301'.repeat(1_000)}`, [`a${'\u0301'.repeat(899)}`, '\u0301'.repeat(101)]],
    ] as const) {
      const { texts } = await splitPieces(['paragraph', text]);
      if (expected) expect(texts).toEqual(expected);
      expect(texts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('takes lines of tables and code as sentences', async () => {
    const { passages, document } = await splitPieces(
      ['table', 'a | b\nc. D | e'],
      ['code', 'if (a) {\n\n  b();\n}'],
    );
    const quotes = passages.flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => document.text.slice(start, end)),
    );
    expect(quotes).toEqual(['a | b', 'c. D | e', 'if (a) {', 'b();', '}']);
  });

  it('gives headings without text below them a passage of their own', async () => {
    const { texts } = await splitPieces(
      ['paragraph', 'Text.'],
      ['h2', 'The end.'],
      ['h2', 'Empty'],
    );
    expect(texts).toEqual(['Text.', 'The end.\n\nEmpty']);
  });

  it('holds a line of a megabyte in passages and sentences', async () => {
    const { passages } = await splitPieces(
      ['paragraph', sentences(16_500)],
      ['paragraph', 'x'.repeat(1e6)],
    );
    expect(passages.length).toBeGreaterThan(2_000);
  });

  it('tiles the shipped documents exactly', async () => {
    const { documents } = await loadCorpus({ corpusDir: 'corpus', onProblem: 'stop' });
    for (const document of documents) {
      const passages = await splitDocument(document);
      const renamed = passages.map((passage) => ({
        ...passage,
        id: passage.id.replace(/^.*#/, 'doc#'),
        documentId: 'doc',
      }));
      checkTiling(document, renamed);
    }
  });

  it('has exact spans, full coverage, no overlap and no passage over the limit for any text, and always the same', async () => {
    const kind = fc.constantFrom<Piece[0]>(
      'h1',
      'h2',
      'h3',
      'paragraph',
      'paragraph',
      'listItem',
      'caption',
      'quotation',
      'table',
      'code',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(kind, nastyText), { maxLength: 8 }), async (pieces) => {
        const document = documentOf(pieces);
        const passages = await splitDocument(document);
        checkTiling(document, passages);
        expect(await splitDocument(document)).toEqual(passages);
      }),
    );
  });

  it('never cuts a surrogate pair or, where it fits into a passage, a grapheme', async () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const piece = fc.constantFrom(
      '👩‍👩‍👧‍👦',
      '🇰🇷',
      'e\u0301',
      '한',
      'a',
      ' ',
      ' \u0301',
      '. ',
      '。',
      ', ',
    );
    const text = fc
      .array(piece, { minLength: 400, maxLength: 1_200 })
      .map((all) => all.join('').trim());
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const document = documentOf([['paragraph', content]]);
        const passages = await splitDocument(document);
        const starts = new Set([...segmenter.segment(document.text)].map(({ index }) => index));
        for (const { start } of passages.flatMap(({ sentences }) => sentences)) {
          expect(starts.has(start)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
