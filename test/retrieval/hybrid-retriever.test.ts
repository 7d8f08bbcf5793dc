import { describe, expect, it } from 'vitest';
import type { MetadataFilter, Scored, SearchIndex } from '../../src/domain/search-index.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { passageOf } from '../answering/passages.js';
import { createWordVectors } from '../indexing/word-vectors.js';

const list = (...ids: string[]): Scored[] =>
  ids.map((id, place) => ({ id: `${id}#0`, score: 1 - place / 10 }));

function indexFinding(
  dense: readonly Scored[],
  lexical: readonly Scored[],
  missing: readonly string[] = [],
) {
  const asked: { terms: readonly string[]; filters: (MetadataFilter | undefined)[] } = {
    terms: [],
    filters: [],
  };
  const index: SearchIndex = {
    fingerprint: 'f',
    counts: { documents: 1, passages: 1, sentences: 1 },
    vectors: {
      search: async (_vector, limit, filter) => {
        asked.filters.push(filter);
        return dense.slice(0, limit);
      },
    },
    lexical: {
      size: 3,
      documentFrequencies: async () => new Map(),
      search: async (terms, limit, filter) => {
        asked.terms = terms;
        asked.filters.push(filter);
        return lexical.slice(0, limit);
      },
    },
    store: {
      documents: async () => [],
      document: async () => undefined,
      passages: async (ids) =>
        ids
          .filter((id) => !missing.includes(id))
          .map((id) => passageOf(id.replace('#0', ''), ['Text.'])),
    },
    close: async () => undefined,
  };
  return { index, asked };
}

const ids = (candidates: readonly { passage: { documentId: string } }[]) =>
  candidates.map(({ passage }) => passage.documentId);

describe('createHybridRetriever', () => {
  const model = createWordVectors();

  it('tells where each retriever put a passage, and null where it did not', async () => {
    const { index } = indexFinding(list('a', 'b'), list('b', 'c'));
    const { candidates } = await createHybridRetriever(index, model).retrieve({
      query: 'mill',
      limit: 10,
    });
    expect(ids(candidates)).toEqual(['b', 'a', 'c']);
    expect(candidates[0]).toMatchObject({
      rank: 1,
      dense: { rank: 2, score: 0.9 },
      lexical: { rank: 1, score: 1 },
    });
    expect(candidates[1]?.lexical).toBeNull();
    expect(candidates[2]?.dense).toBeNull();
  });

  it('lets a passage win that only words find', async () => {
    const { index } = indexFinding([], list('c'));
    const { candidates } = await createHybridRetriever(index, model).retrieve({
      query: 'X-17b',
      limit: 1,
    });
    expect(ids(candidates)).toEqual(['c']);
  });

  it('searches each term once and hands the filter to both retrievers', async () => {
    const { index, asked } = indexFinding(list('a'), list('a'));
    const filter = { publisher: ['P'] };
    await createHybridRetriever(index, model).retrieve({
      query: 'mill mills the mill 1990',
      limit: 1,
      filter,
    });
    expect(asked.terms).toEqual(['mill', '1990']);
    expect(asked.filters).toEqual([filter, filter]);
  });

  it('leaves out what the store no longer holds', async () => {
    const { index } = indexFinding(list('a', 'b'), [], ['a#0']);
    const { candidates } = await createHybridRetriever(index, model).retrieve({
      query: 'mill',
      limit: 5,
    });
    expect(ids(candidates)).toEqual(['b']);
  });

  it('gives the vector it searched with', async () => {
    const { index } = indexFinding([], []);
    const { queryVector } = await createHybridRetriever(index, model).retrieve({
      query: 'mill',
      limit: 5,
    });
    expect(queryVector).toEqual(await model.embedQuery('mill'));
  });
});
