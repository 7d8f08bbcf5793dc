import { describe, expect, it } from 'vitest';
import type { SearchRequest, SearchResponse } from '../../src/contract/search.js';
import { FootnoteEmbeddings } from '../../src/langchain/embeddings.js';
import { FootnoteRetriever } from '../../src/langchain/retriever.js';
import { createWordVectors } from '../indexing/word-vectors.js';

function engineFinding(...texts: readonly string[]) {
  const asked: SearchRequest[] = [];
  const search = async (request: SearchRequest): Promise<SearchResponse> => {
    asked.push(request);
    return {
      query: request.query,
      index: { fingerprint: 'f' },
      timings: { totalMs: 1 },
      passages: texts.map((text, place) => ({
        passageId: `mill#${place}`,
        documentId: 'mill',
        title: 'The mill',
        headings: [],
        text,
        start: 10 * place,
        end: 10 * place + text.length,
        href: '/documents/mill',
        rank: place + 1,
        score: 1 / (place + 1),
        dense: null,
        lexical: null,
      })),
    };
  };
  return { asked, engine: { search } };
}

describe('FootnoteRetriever', () => {
  it('gives passages as documents with their exact place', async () => {
    const { engine, asked } = engineFinding('It turns.', 'It grinds.');
    const documents = await new FootnoteRetriever({ engine, limit: 2 }).invoke('mill');
    expect(asked).toEqual([{ query: 'mill', limit: 2 }]);
    expect(documents.map(({ pageContent }) => pageContent)).toEqual(['It turns.', 'It grinds.']);
    expect(documents[1]).toMatchObject({
      id: 'mill#1',
      metadata: { documentId: 'mill', passageId: 'mill#1', start: 10, end: 20, score: 0.5 },
    });
  });

  it('composes with other runnables', async () => {
    const { engine } = engineFinding('It turns.');
    const chain = new FootnoteRetriever({ engine }).pipe((documents) => documents.length);
    expect(await chain.invoke('mill')).toBe(1);
  });
});

describe('FootnoteEmbeddings', () => {
  it('gives the vectors of the model as plain numbers', async () => {
    const model = createWordVectors({ dimension: 8 });
    const embeddings = new FootnoteEmbeddings(model);
    expect(await embeddings.embedQuery('mill')).toEqual([...(await model.embedQuery('mill'))]);
    expect(await embeddings.embedDocuments(['a', 'b'])).toEqual(
      (await model.embedPassages(['a', 'b'])).map((vector) => [...vector]),
    );
  });
});
