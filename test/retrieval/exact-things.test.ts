import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import type { Retriever } from '../../src/domain/retriever.js';
import type { SearchIndex } from '../../src/domain/search-index.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { paragraphSplitting, sampleDocument, sampleText } from '../indexing/sample-documents.js';
import { createWordVectors } from '../indexing/word-vectors.js';

/** Embeds every passage of sample text like the query and those about valves unlike it, so that meaning finds the wrong ones. */
function misledBy(words: EmbeddingModel): EmbeddingModel {
  const towards = Float32Array.from({ length: words.dimension }, (_, i) => (i === 0 ? 1 : 0));
  const away = Float32Array.from({ length: words.dimension }, (_, i) => (i === 1 ? 1 : 0));
  return {
    ...words,
    fingerprint: 'misled',
    embedQuery: async () => towards,
    embedPassages: async (texts) => texts.map((text) => (/valve/i.test(text) ? away : towards)),
  };
}

const FACTS = [
  'The valve XK-417b was welded shut.',
  'A valve cost 12,700 crowns.',
  'One valve was new in 1987.',
  'Another valve was new in 1988.',
  'The copper valve of the northern pump is red.',
];

let folder: string;
let index: SearchIndex;
let retriever: Retriever;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-exact-'));
  const documents = [
    ...FACTS.map((text, place) => sampleDocument(`fact-${place}`, text, { title: 'A note' })),
    ...[1, 2, 3].map((seed) => sampleDocument(`other-${seed}`, sampleText(seed, 60))),
  ];
  const model = misledBy(createWordVectors());
  await buildIndex({ documents, indexDir: folder, model, splitting: paragraphSplitting });
  index = await openIndex(folder);
  retriever = createHybridRetriever(index, model);
});

afterAll(async () => {
  await index.close();
  await rm(folder, { recursive: true });
});

describe('what is named exactly', () => {
  it.each([
    ['an identifier', 'What happened to XK-417b?', 'fact-0#0'],
    ['a figure, with or without its comma', 'What cost 12700 crowns?', 'fact-1#0'],
    ['a year', 'What was new in 1987?', 'fact-2#0'],
    ['the other year', 'What was new in 1988?', 'fact-3#0'],
  ])('%s wins by words, though meaning puts all else before it', async (_, query, wanted) => {
    const { candidates } = await retriever.retrieve({ query, limit: 3 });
    const [best] = candidates;
    expect(best?.passage.id).toBe(wanted);
    expect(best?.lexical?.rank).toBe(1);
    expect(best?.dense).toBeNull();
  });

  it('counts more where its words stand together', async () => {
    const { explanation } = await retriever.retrieve({
      query: 'the northern pump',
      limit: 1,
      explain: true,
    });
    const terms = explanation?.lexicalQuery.terms.map(({ term }) => term) ?? [];
    const [apart] = await index.lexical.search(terms, 1);
    expect(explanation?.lexicalQuery.pairs).toEqual(['northern pump']);
    expect(explanation?.lexical[0]?.id).toBe('fact-4#0');
    expect(explanation?.lexical[0]?.score).toBeGreaterThan(apart?.score ?? Infinity);
  });
});

describe('equals', () => {
  it('stand in the order of their ids, each time', async () => {
    const ask = async () =>
      (await retriever.retrieve({ query: 'nothing of this is there', limit: 20 })).candidates;
    const ids = (await ask()).map(({ passage }) => passage.id);
    expect(new Set((await ask()).map(({ score }) => score)).size).toBe(1);
    expect(ids).toEqual(ids.toSorted());
    expect((await ask()).map(({ passage }) => passage.id)).toEqual(ids);
  });

  it('take a question of many words', async () => {
    const query = Array.from({ length: 300 }, (_, i) => `copper${i} pump valve`).join(' ');
    const { candidates } = await retriever.retrieve({ query, limit: 1 });
    expect(candidates[0]?.passage.id).toBe('fact-4#0');
  });
});
