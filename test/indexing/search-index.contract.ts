import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terms } from '../../src/analysis/terms.js';
import type { SourceDocument } from '../../src/domain/document.js';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import type { MetadataFilter, Scored, SearchIndex } from '../../src/domain/search-index.js';
import type { Splitting } from '../../src/indexing/splitting.js';
import {
  nastyDocument,
  paragraphSplitting,
  sampleDocument,
  sampleText,
} from './sample-documents.js';
import { createWordVectors } from './word-vectors.js';

/** Builds and opens the index under test over these documents. */
export type SearchIndexFactory = (
  documents: readonly SourceDocument[],
  model: EmbeddingModel,
  splitting: Splitting,
) => Promise<SearchIndex>;

interface Expected {
  readonly id: string;
  readonly document: SourceDocument;
  readonly text: string;
  readonly start: number;
  readonly vector: Float32Array;
}

const NO_LIMIT = 100_000;

/** What every implementation of SearchIndex must do, whatever keeps it; `paragraphs` is the size of each of six documents. */
export function describeSearchIndex(
  name: string,
  paragraphs: number,
  factory: SearchIndexFactory,
): void {
  describe(name, () => {
    const model = createWordVectors();
    const documents = [
      nastyDocument('nasty/text'),
      sampleDocument('b-ann', sampleText(1, paragraphs), {
        author: 'Ann',
        published: '2024-02-10',
      }),
      sampleDocument('a-bob', sampleText(2, paragraphs), { author: 'Bob', published: '2024' }),
      sampleDocument('a-bob-2', sampleText(3, paragraphs), { author: 'Bob', published: '2025-06' }),
      {
        ...sampleDocument('c/ann', sampleText(4, paragraphs), {
          author: 'Ann, Bo Li and Cy',
          language: 'ko-KR',
          tags: ['Harbour works', 'Été'],
          other: { Department: 'Tides, Sand', draft: 'true' },
        }),
        path: 'c/ann.v2.pdf',
        pageStarts: [0, 40, 40, 90],
      },
      sampleDocument('d', sampleText(5, paragraphs), {
        publisher: 'O\'Neil & "Sons"',
        language: 'en',
      }),
    ];
    let index: SearchIndex;
    let expected: Expected[];

    beforeAll(async () => {
      index = await factory(documents, model, paragraphSplitting);
      expected = await embeddedPassages(documents, model);
    });
    afterAll(() => index.close());

    const passing = (pass: (document: SourceDocument) => boolean) =>
      new Set(expected.filter(({ document }) => pass(document)).map(({ id }) => id));

    function expectNearest(
      found: readonly Scored[],
      query: Float32Array,
      limit: number,
      allowed = passing(() => true),
    ) {
      const cosines = new Map(expected.map(({ id, vector }) => [id, cosine(query, vector)]));
      const best = [...allowed].map((id) => cosines.get(id)!).sort((a, b) => b - a);
      expect(found.map(({ score }) => score)).toEqual(
        best.slice(0, limit).map((score) => expect.closeTo(score, 5)),
      );
      for (const { id, score } of found) {
        expect(allowed).toContain(id);
        expect(cosines.get(id)).toBeCloseTo(score, 5);
      }
      expectOrdered(found);
    }

    test('counts and lists what was indexed, documents in the order of their ids', async () => {
      expect(index.counts).toEqual({
        documents: documents.length,
        passages: expected.length,
        sentences: (await allPassages()).flatMap(({ sentences }) => sentences).length,
      });
      expect(index.lexical.size).toBe(expected.length);
      const headers = await index.store.documents();
      expect(headers.map(({ id }) => id)).toEqual(documents.map(({ id }) => id).sort());
      for (const { text: _text, blocks: _blocks, ...header } of documents)
        expect(headers).toContainEqual(header);
    });

    test('gives every document back letter for letter', async () => {
      for (const document of documents)
        expect(await index.store.document(document.id)).toEqual(document);
      expect(await index.store.document('unknown')).toBeUndefined();
    });

    test('gives passages and sentences whose text is exactly that of their span', async () => {
      const passages = await allPassages();
      expect(passages).toHaveLength(expected.length);
      for (const passage of passages) {
        const document = documents.find(({ id }) => id === passage.documentId)!;
        const { text: _text, blocks: _blocks, ...header } = document;
        expect(passage.document).toEqual(header);
        expect(passage.text).toBe(document.text.slice(passage.start, passage.end));
        const planned = await paragraphSplitting.split(document);
        const { sentences, ...rest } = planned.find(({ id }) => id === passage.id)!;
        expect(passage).toMatchObject(rest);
        expect(passage.sentences).toMatchObject(sentences);
        for (const { text, start, end } of passage.sentences)
          expect(text).toBe(document.text.slice(start, end));
      }
    });

    test('gives sentence vectors of unit length within 0.01 of those the model gave', async () => {
      const sentences = (await allPassages()).flatMap((passage) => passage.sentences);
      const exact = await model.embedPassages(sentences.map(({ text }) => text));
      for (const [i, { vector }] of sentences.entries()) {
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
        expect(cosine(vector, exact[i]!)).toBeGreaterThan(0.999);
        const errors = vector.map((component, at) => Math.abs(component - exact[i]![at]!));
        expect(Math.max(...errors)).toBeLessThan(0.01);
      }
    });

    test('gives passages in the order asked for and leaves unknown ids out', async () => {
      const ids = ['d#2', 'unknown#0', 'a-bob#1', 'd', 'b-ann#0', 'a-bob#1'];
      const passages = await index.store.passages(ids);
      expect(passages.map(({ id }) => id)).toEqual(['d#2', 'a-bob#1', 'b-ann#0', 'a-bob#1']);
      expect(await index.store.passages([])).toEqual([]);
    });

    test('finds the nearest passages, as comparing every vector does', async () => {
      for (const query of ['river stone cloud', 'They stand twice.', 'copper needle', 'unheard-of'])
        for (const limit of [1, 7, 50]) {
          const vector = await model.embedQuery(query);
          expectNearest(await index.vectors.search(vector, limit), vector, limit);
        }
    });

    test('gives every passage when asked for more than there are, and none for none', async () => {
      const vector = await model.embedQuery('harbour');
      const found = await index.vectors.search(vector, NO_LIMIT);
      expect(new Set(found.map(({ id }) => id)).size).toBe(expected.length);
      expectNearest(found, vector, NO_LIMIT);
      expect(await index.vectors.search(vector, 0)).toEqual([]);
    });

    test('finds passages of the documents a filter keeps, by meaning and by words', async () => {
      const cases: [MetadataFilter, (document: SourceDocument) => boolean][] = [
        [{}, () => true],
        [{ documentId: ['d'] }, ({ id }) => id === 'd'],
        [{ documentId: ['unknown'] }, () => false],
        [{ author: ['Ann', 'Nobody'] }, ({ id }) => ['b-ann', 'c/ann'].includes(id)],
        [{ author: ['bo  li'] }, ({ id }) => id === 'c/ann'],
        [{ author: ['ANN, Bo Li and Cy'] }, ({ id }) => id === 'c/ann'],
        [{ publisher: ['O\'Neil & "Sons"'] }, ({ id }) => id === 'd'],
        [{ author: ['Ann'], language: ['ko-KR'] }, ({ id }) => id === 'c/ann'],
        [{ language: ['ko', 'EN'] }, ({ id }) => ['c/ann', 'd'].includes(id)],
        [{ language: ['k', 'en-US'] }, () => false],
        [{ tag: ['harbour WORKS', 'none'] }, ({ id }) => id === 'c/ann'],
        [{ tag: ['E\u0301te\u0301'] }, ({ id }) => id === 'c/ann'],
        [{ tag: ['Harbour'] }, () => false],
        [{ other: { department: ['sand'], DRAFT: ['true'] } }, ({ id }) => id === 'c/ann'],
        [{ other: { department: ['sand'], draft: ['false'] } }, () => false],
        [{ path: ['c'] }, ({ id }) => id === 'c/ann'],
        [{ path: ['*.md'] }, ({ id }) => !['c/ann', 'nasty/text'].includes(id)],
        [{ path: ['**/*.pdf', 'd.md'] }, ({ id }) => ['c/ann', 'd'].includes(id)],
        [{ path: ['c/*'], author: ['Bob'] }, () => false],
        [{ publishedFrom: '2024-02-11' }, ({ id }) => ['a-bob', 'a-bob-2'].includes(id)],
        [{ publishedFrom: '2024-02-10' }, ({ metadata }) => metadata.published !== null],
        [{ publishedTo: '2024' }, ({ id }) => ['a-bob', 'b-ann'].includes(id)],
        [{ publishedTo: '2025-05' }, ({ id }) => ['a-bob', 'b-ann'].includes(id)],
        [{ publishedFrom: '2025-06-30', publishedTo: '2025' }, ({ id }) => id === 'a-bob-2'],
      ];
      const vector = await model.embedQuery('the market met a bridge');
      const everywhere = await index.lexical.search(['river'], NO_LIMIT);
      for (const [filter, pass] of cases) {
        const allowed = passing(pass);
        for (const limit of [5, NO_LIMIT])
          expectNearest(await index.vectors.search(vector, limit, filter), vector, limit, allowed);
        expect(await index.lexical.search(['river'], NO_LIMIT, filter)).toEqual(
          everywhere.filter(({ id }) => allowed.has(id)),
        );
      }
    });

    test('finds by words just the passages that hold one, in their text or the title and headings above', async () => {
      for (const query of [
        'copper',
        'odd copper ledger',
        'nasty',
        '77.2',
        'Straße',
        '東京',
        'absent',
      ]) {
        const asked = new Set(terms(query));
        const found = await index.lexical.search([...asked], NO_LIMIT);
        const holding = (await allPassages()).filter(({ text, document, headings }) =>
          [text, document.title, ...headings].flatMap(terms).some((term) => asked.has(term)),
        );
        expect(found.map(({ id }) => id).sort()).toEqual(holding.map(({ id }) => id).sort());
        expectOrdered(found);
        expect(await index.lexical.search([...asked], 3)).toEqual(found.slice(0, 3));
      }
    });

    test('ends ties on the smaller id, in both kinds of search', async () => {
      const text = 'The same words stand here. They stand twice.';
      const alike = expected.filter(({ text: own }) => own === text).map(({ id }) => id);
      const vector = (await model.embedPassages([`About d\n${text}`]))[0]!;
      const dense = await index.vectors.search(vector, 1);
      expect(dense[0]!.id).toBe(alike.filter((id) => id.startsWith('d#')).sort()[0]);
      expectOrdered(await index.lexical.search(terms('stand twice'), NO_LIMIT));
    });

    test('says in how many passages a term stands', async () => {
      const asked = ['copper', '77.2', '東', 'absent', 'odd', 'copper', '"', ''];
      const frequencies = await index.lexical.documentFrequencies(asked);
      for (const term of asked) {
        const found = await index.lexical.search([term], NO_LIMIT);
        expect(frequencies.get(term) ?? 0).toBe(found.length);
      }
      expect([...frequencies.keys()].sort()).toEqual(['77.2', 'copper', 'odd', '東']);
    });

    test('takes any terms: operators mean nothing, and there may be thousands', async () => {
      const plain = await index.lexical.search(['copper'], 10);
      for (const odd of ['"', 'NEAR(zzz', '*', '', ' ', '\0', 'own:', '-', '^', 'AND', '(', "'"])
        expect(await index.lexical.search(['copper', odd], 10)).toEqual(plain);
      expect(await index.lexical.search(['copper', 'copper'], 10)).toEqual(plain);
      expect(await index.lexical.search([], 10)).toEqual([]);
      const thousands = Array.from({ length: 3000 }, (_, i) => `word${i}`);
      expect(await index.lexical.search([...thousands, 'copper'], 10)).toEqual(plain);
    });

    test('refuses a query vector that is not one of its own', async () => {
      const { length } = await model.embedQuery('x');
      const wrong = [new Float32Array(length + 1), new Float32Array(length).fill(Number.NaN)];
      for (const vector of wrong)
        await expect(index.vectors.search(vector, 5)).rejects.toMatchObject({
          code: 'embedding_failed',
        });
    });

    async function allPassages() {
      return index.store.passages(expected.map(({ id }) => id));
    }
  });
}

async function embeddedPassages(
  documents: readonly SourceDocument[],
  model: EmbeddingModel,
): Promise<Expected[]> {
  const all: Expected[] = [];
  for (const document of documents)
    for (const passage of await paragraphSplitting.split(document)) {
      const text = document.text.slice(passage.start, passage.end);
      const context = paragraphSplitting.contextualText(document, passage, text);
      const [vector] = await model.embedPassages([context]);
      all.push({ id: passage.id, document, text, start: passage.start, vector: vector! });
    }
  return all;
}

function expectOrdered(found: readonly Scored[]): void {
  for (const [i, { id, score }] of found.entries()) {
    const next = found[i + 1];
    if (next !== undefined)
      expect(score > next.score || (score === next.score && id < next.id)).toBe(true);
  }
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, component, i) => sum + component * b[i]!, 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
