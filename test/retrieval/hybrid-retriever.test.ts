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
  pairs: readonly Scored[] = [],
) {
  const asked: { terms: (readonly string[])[]; filters: (MetadataFilter | undefined)[] } = {
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
      documentFrequencies: async (terms) => new Map(terms.map((term) => [term, 1])),
      search: async (terms, limit, filter) => {
        asked.terms.push(terms);
        asked.filters.push(filter);
        return terms[0]?.includes(' ') ? pairs.slice(0, limit) : lexical.slice(0, limit);
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
    expect(ids(candidates)).toEqual(['b', 'c', 'a']);
    expect(candidates[0]).toMatchObject({
      rank: 1,
      dense: { rank: 2, score: 0.9 },
      lexical: { rank: 1, score: 1 },
    });
    expect(candidates[1]?.dense).toBeNull();
    expect(candidates[2]?.lexical).toBeNull();
  });

  it('lets a passage win that only words find', async () => {
    const { index } = indexFinding([], list('c'));
    const { candidates } = await createHybridRetriever(index, model).retrieve({
      query: 'X-17b',
      limit: 1,
    });
    expect(ids(candidates)).toEqual(['c']);
  });

  it('searches each term and each pair of neighbours once and hands the filter to both retrievers', async () => {
    const { index, asked } = indexFinding(list('a'), list('a'));
    const filter = { publisher: ['P'] };
    await createHybridRetriever(index, model).retrieve({
      query: 'mill mills the mill 1990',
      limit: 1,
      filter,
    });
    expect(asked.terms).toEqual([['mill', '1990'], ['mill 1990']]);
    expect(asked.filters).toEqual([filter, filter, filter]);
  });

  it('adds half of what a passage gets for pairs, and ends equals on the id', async () => {
    const { index } = indexFinding([], list('b', 'a', 'c'), [], [{ id: 'a#0', score: 0.2 }]);
    const { explanation } = await createHybridRetriever(index, model).retrieve({
      query: 'mill race',
      limit: 1,
      explain: true,
    });
    expect(explanation?.lexical.map(({ id }) => id)).toEqual(['a#0', 'b#0', 'c#0']);
    expect(explanation?.lexical.map(({ score }) => score)).toEqual([1, 1, 0.8]);
  });

  it('explains itself where it is asked to', async () => {
    const { index } = indexFinding(list('a', 'b'), list('b'));
    const retriever = createHybridRetriever(index, model);
    const request = { query: 'The mills of 1990', limit: 1 };
    expect(await retriever.retrieve(request)).not.toHaveProperty('explanation');
    const { explanation } = await retriever.retrieve({ ...request, explain: true });
    const weight = Math.log(2.5 / 1.5);
    expect(explanation).toMatchObject({
      query: 'The mills of 1990',
      lexicalQuery: {
        terms: [
          { term: 'mill', passages: 1, weight },
          { term: '1990', passages: 1, weight },
        ],
        pairs: ['mill 1990'],
      },
      dense: list('a', 'b'),
      lexical: list('b'),
      fused: [{ id: 'b#0' }, { id: 'a#0' }],
    });
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
