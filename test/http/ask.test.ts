import { describe, expect, it } from 'vitest';
import { AskResponseSchema } from '../../src/contract/ask.js';
import { SearchResponseSchema } from '../../src/contract/search.js';
import { FootnoteError } from '../../src/errors.js';
import { createFakeEngine } from './fake-engine.js';
import { ABSTAINED, ANSWERED, FOUND } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

const never = () => new Promise<never>(() => {});

describe('POST /v1/ask', () => {
  it('gives the answer of the engine, unchanged, and stores it nowhere on the way', async () => {
    const engine = createFakeEngine({ ask: async () => ANSWERED });
    const request = {
      question: 'How large was trade in 2024?',
      history: [{ question: 'a', answer: 'b' }],
      filter: { author: ['A. Writer'], publishedFrom: '2025' },
      maxSentences: 2,
    };
    const response = await createTestApp({ engine }).post('/v1/ask', request);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(AskResponseSchema.parse(await response.json())).toEqual(ANSWERED);
    expect(engine.calls.map(({ method, input }) => [method, input])).toEqual([['ask', request]]);
  });

  it('gives an abstention as an answer, not as an error', async () => {
    const engine = createFakeEngine({ ask: async () => ABSTAINED });
    const response = await createTestApp({ engine }).post('/v1/ask', { question: 'cup?' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(ABSTAINED);
  });

  it('says that it is starting while there is no engine', async () => {
    const response = await createTestApp().post('/v1/ask', { question: 'a' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect((await problemOf(response)).code).toBe('not_ready');
  });

  it('ends a question that takes too long, and tells the engine to stop', async () => {
    const engine = createFakeEngine({ ask: never });
    const { post } = createTestApp({ engine, askTimeoutMs: 20 });
    const response = await post('/v1/ask', { question: 'a' });
    expect(response.status).toBe(503);
    const problem = await problemOf(response);
    expect(problem.code).toBe('timeout');
    expect(problem.detail).toContain('20 ms');
    expect(engine.calls[0]?.signal?.aborted).toBe(true);
  });

  it('tells the engine to stop when the client goes away', async () => {
    const client = new AbortController();
    const engine = createFakeEngine({
      ask: () => {
        client.abort();
        return never();
      },
    });
    const { post, lines } = createTestApp({ engine });
    const response = await post('/v1/ask', { question: 'a' }, { signal: client.signal });
    expect(engine.calls[0]?.signal?.aborted).toBe(true);
    expect(response.status).toBe(499);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('lets an engine that listens to its signal decide nothing about the code', async () => {
    const engine = createFakeEngine({
      ask: (_request, options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(new Error('stopped')));
        }),
    });
    const { post } = createTestApp({ engine, askTimeoutMs: 20 });
    expect((await problemOf(await post('/v1/ask', { question: 'a' }))).code).toBe('timeout');
  });

  it.each([
    ['an error', new Error('the secret /home/secret/index')],
    ['a Footnote error about the machine', new FootnoteError('index_corrupt', 'the secret path')],
    ['an error with a secret cause', new Error('x', { cause: new Error('secret') })],
  ])('keeps %s in the log and out of the answer', async (_what, error) => {
    const engine = createFakeEngine({ ask: () => Promise.reject(error) });
    const { post, lines } = createTestApp({ engine });
    const response = await post('/v1/ask', { question: 'a' });
    const text = await response.clone().text();
    expect(text).not.toContain('secret');
    expect(text).not.toContain(' at ');
    const problem = await problemOf(response);
    expect(problem.code).toBe(error instanceof FootnoteError ? error.code : 'internal');
    const logged = lines.find(({ level }) => level === 'error');
    expect(logged?.fields['err']).toBe(error);
    expect(logged?.fields['requestId']).toBe(problem.requestId);
  });

  it('survives an engine that throws what is no error', async () => {
    const engine = createFakeEngine({ ask: () => Promise.reject('a mere string') });
    const response = await createTestApp({ engine }).post('/v1/ask', { question: 'a' });
    expect((await problemOf(response)).code).toBe('internal');
  });
});

describe('POST /v1/search', () => {
  it('gives the passages of the engine, unchanged', async () => {
    const engine = createFakeEngine({ search: async () => FOUND });
    const request = { query: 'trade', limit: 3 };
    const response = await createTestApp({ engine }).post('/v1/search', request);
    expect(response.status).toBe(200);
    expect(SearchResponseSchema.parse(await response.json())).toEqual(FOUND);
    expect(engine.calls[0]?.input).toEqual(request);
  });

  it('names the field that is wrong', async () => {
    const engine = createFakeEngine();
    const response = await createTestApp({ engine }).post('/v1/search', { query: 'a', limit: 0 });
    const problem = await problemOf(response);
    expect(problem.code).toBe('invalid_request');
    expect(problem.errors?.map(({ path }) => path)).toEqual(['limit']);
  });
});
