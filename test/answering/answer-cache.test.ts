import { describe, expect, it } from 'vitest';
import { withAnswerCache } from '../../src/answering/answer-cache.js';
import { createEngine } from '../../src/answering/create-engine.js';
import type { AskEvent } from '../../src/contract/ask-event.js';
import type { Engine } from '../../src/contract/engine.js';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import type { SearchIndex } from '../../src/domain/search-index.js';
import { candidatesOf, direction, passageOf } from './passages.js';

const TEXT = 'The mill turns.';
const passage = passageOf('mill', [TEXT]);

/** An engine over one passage, with every text that was embedded. */
function mill(fingerprint = 'sha256-one'): { engine: Engine; embedded: string[] } {
  const embedded: string[] = [];
  const model = {
    id: 'angles',
    embedQuery: async (text: string) => {
      embedded.push(text);
      return direction(0);
    },
    close: async () => {},
  } as unknown as EmbeddingModel;
  const index = {
    fingerprint,
    counts: { documents: 1, passages: 1, sentences: 1 },
    store: {
      documents: async () => [passage.document],
      document: async () => ({ ...passage.document, text: TEXT, blocks: [] }),
      passages: async () => [passage],
    },
    close: async () => {},
  } as unknown as SearchIndex;
  const retriever = {
    retrieve: async ({ query }: { query: string }) => ({
      candidates: candidatesOf(passage),
      queryVector: await model.embedQuery(query),
    }),
  };
  const reader = {
    name: 'quoting',
    read: async () => ({
      status: 'answered' as const,
      sentences: [
        {
          text: TEXT,
          quotes: [{ documentId: 'mill', passageId: 'mill#0', start: 0, end: 15, quote: TEXT }],
        },
      ],
      shortAnswer: null,
      confidence: 1,
      disagreement: null,
    }),
  };
  return { engine: createEngine({ index, model, retriever, reader }), embedded };
}

describe('withAnswerCache', () => {
  it('embeds nothing for a question it was asked before, and says so in its timings', async () => {
    const { engine, embedded } = mill();
    const cached = withAnswerCache(engine, 2);
    const first = await cached.ask({ question: 'What does it do?', filter: { author: ['a'] } });
    const second = await cached.ask({ filter: { author: ['a'] }, question: 'What does it do?' });
    expect(embedded).toEqual(['What does it do?']);
    expect(second).toEqual({ ...first, id: second.id, timings: second.timings });
    expect(second.id).not.toBe(first.id);
    expect(second.timings).toMatchObject({ retrieveMs: 0, readMs: 0 });
    expect(second.timings.totalMs).toBeGreaterThanOrEqual(0);
  });

  it('tells the same events of a kept answer', async () => {
    const cached = withAnswerCache(mill().engine, 2);
    const [first, second]: [AskEvent[], AskEvent[]] = [[], []];
    await cached.ask({ question: 'a' }, { onEvent: (event) => first.push(event) });
    await cached.ask({ question: 'a' }, { onEvent: (event) => second.push(event) });
    expect(first.map(({ type }) => type)).toEqual(['retrieved', 'sentence']);
    expect(second).toEqual(first);
  });

  it('works anew where anything of the question differs', async () => {
    const { engine, embedded } = mill();
    const cached = withAnswerCache(engine, 100);
    const question = 'a';
    const history = [{ question: 'b', answer: 'c' }];
    for (const request of [
      { question },
      { question: 'A' },
      { question, history },
      { question, history: [{ question: 'b', answer: 'd' }] },
      { question, filter: { author: ['a'] } },
      { question, filter: { publisher: ['a'] } },
      { question, maxSentences: 1 },
    ])
      await cached.ask(request);
    expect(embedded).toHaveLength(7);
  });

  it('works anew once another index is served', async () => {
    const { engine, embedded } = mill();
    let status = engine.status();
    const cached = withAnswerCache({ ...engine, status: () => status }, 2);
    await cached.ask({ question: 'a' });
    status = mill('sha256-two').engine.status();
    await cached.ask({ question: 'a' });
    expect(embedded).toHaveLength(2);
  });

  it('keeps no more answers than told, those used last', async () => {
    const { engine, embedded } = mill();
    const cached = withAnswerCache(engine, 2);
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await cached.ask({ question });
    expect(embedded).toEqual(['a', 'b', 'c', 'b']);
    expect(withAnswerCache(engine, 0)).toBe(engine);
  });

  it('makes anew an answer that is to be explained', async () => {
    const { engine, embedded } = mill();
    const cached = withAnswerCache(engine, 2);
    await cached.ask({ question: 'a', explain: true });
    await cached.ask({ question: 'a', explain: true });
    expect(embedded).toHaveLength(2);
  });

  it('keeps no failure, and heeds the signal of who asks again', async () => {
    const { engine, embedded } = mill();
    let failures = 0;
    const cached = withAnswerCache(
      {
        ...engine,
        ask: (request, options) => {
          if (failures++ === 0) return Promise.reject(new Error('no'));
          return engine.ask(request, options);
        },
      },
      2,
    );
    await expect(cached.ask({ question: 'a' })).rejects.toThrow('no');
    await cached.ask({ question: 'a' });
    expect(embedded).toHaveLength(1);
    const aborted = { signal: AbortSignal.abort() };
    await expect(cached.ask({ question: 'a' }, aborted)).rejects.toThrow();
  });
});
