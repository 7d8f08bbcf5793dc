import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetadataFilter, SearchIndex } from '../../src/domain/search-index.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { paragraphSplitting, sampleDocument } from '../indexing/sample-documents.js';
import { createWordVectors } from '../indexing/word-vectors.js';

/** Passages that meet the query better than those asked for: far more than either search returns. */
const NEARER = 1200;
const QUERY = 'the harbour market of the copper bridge';

describe('a filter', () => {
  const model = createWordVectors();
  let index: SearchIndex;
  let indexDir: string;

  beforeAll(async () => {
    indexDir = await mkdtemp(join(tmpdir(), 'footnote-filter-'));
    const near = Array.from(
      { length: NEARER },
      (_, at) => `The harbour market of the copper bridge, number ${at}.`,
    );
    const crowd = sampleDocument('crowd', near.join('\n\n'), {
      publisher: 'Crowd',
      title: 'harbour market copper bridge',
    });
    // Every kind of filter keeps this one alone, which both searches put last.
    const wanted = {
      ...sampleDocument(
        'wanted',
        'A bridge of planks and ropes hung where nothing else was ever built by anyone.',
        {
          title: 'Planks',
          publisher: 'The Paper',
          author: 'Ann Lee, Bo Li',
          published: '2024-05',
          language: 'en-GB',
          tags: ['ropes'],
          other: { desk: 'coast' },
        },
      ),
      path: 'reports/2024/planks.pdf',
      pageStarts: [0, 20],
    };
    await buildIndex({
      documents: [crowd, wanted],
      indexDir,
      model,
      splitting: paragraphSplitting,
    });
    index = await openIndex(indexDir);
  });

  afterAll(async () => {
    await index.close();
    await rm(indexDir, { recursive: true, force: true });
  });

  it('is needed to find it: unfiltered, both searches end long before', async () => {
    const { candidates, explanation } = await createHybridRetriever(index, model).retrieve({
      query: QUERY,
      limit: 10,
      explain: true,
    });
    expect(candidates.every(({ passage }) => passage.documentId === 'crowd')).toBe(true);
    for (const list of [explanation?.dense, explanation?.lexical])
      expect(list?.some(({ id }) => id.startsWith('wanted'))).toBe(false);
  });

  it.each<[string, MetadataFilter]>([
    ['publisher', { publisher: ['the paper'] }],
    ['author', { author: ['Bo Li'] }],
    ['dates', { publishedFrom: '2024-05-31', publishedTo: '2024-12' }],
    ['language', { language: ['en'] }],
    ['tag', { tag: ['Ropes'] }],
    ['folder', { path: ['reports'] }],
    ['pattern', { path: ['**/*.pdf'] }],
    ['further metadata', { other: { desk: ['coast'] } }],
    ['document', { documentId: ['wanted'] }],
  ])('by %s finds what both searches would have cut off', async (_, filter) => {
    const { candidates } = await createHybridRetriever(index, model).retrieve({
      query: QUERY,
      limit: 10,
      filter,
    });
    expect(candidates.map(({ passage }) => passage.documentId)).toEqual(['wanted']);
    expect(candidates[0]).toMatchObject({ dense: { rank: 1 }, lexical: { rank: 1 } });
    expect(candidates[0]?.passage.document.pageStarts).toEqual([0, 20]);
  });

  it('that nothing passes finds nothing, and one that all pass changes nothing', async () => {
    const retriever = createHybridRetriever(index, model);
    const ids = async (filter?: MetadataFilter) =>
      (
        await retriever.retrieve({ query: QUERY, limit: 50, ...(filter ? { filter } : {}) })
      ).candidates.map(({ passage }) => passage.id);
    expect(await ids({ tag: ['none'] })).toEqual([]);
    expect(await ids({ path: ['**'] })).toEqual(await ids());
  });
});
