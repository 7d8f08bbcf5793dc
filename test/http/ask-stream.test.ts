import { describe, expect, it } from 'vitest';
import { type AskStreamEvent, AskStreamEventSchema } from '../../src/contract/ask-stream-event.js';
import type { Engine } from '../../src/contract/engine.js';
import { FootnoteError } from '../../src/errors.js';
import { startServer } from '../../src/http/start-server.js';
import { createFakeEngine } from './fake-engine.js';
import { ABSTAINED, ANSWERED, CITATION } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

const RETRIEVED = { type: 'retrieved', passages: 16 } as const;
const SENTENCE = {
  type: 'sentence',
  sentence: ANSWERED.answer?.sentences[0] ?? { text: '', citations: [] },
  citations: [CITATION],
} as const;
const STREAM = {
  headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
};

const answering: Engine['ask'] = async (_request, options) => {
  options?.onEvent?.(RETRIEVED);
  options?.onEvent?.({ ...SENTENCE, citations: [...SENTENCE.citations] });
  return ANSWERED;
};

function eventsIn(text: string): AskStreamEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const [, event, data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      return AskStreamEventSchema.parse({ event, data: JSON.parse(data) });
    });
}

describe('POST /v1/ask as an event stream', () => {
  it('sends what is found, each verified sentence and then the whole answer', async () => {
    const engine = createFakeEngine({ ask: answering });
    const response = await createTestApp({ engine }).post('/v1/ask', { question: 'a' }, STREAM);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('vary')).toContain('Accept');
    expect(eventsIn(await response.text())).toEqual([
      { event: 'retrieved', data: RETRIEVED },
      { event: 'sentence', data: SENTENCE },
      { event: 'answer', data: ANSWERED },
    ]);
  });

  it('sends each event when it happens, not when all is done', async () => {
    let finish = () => {};
    const engine = createFakeEngine({
      ask: async (_request, options) => {
        options?.onEvent?.(RETRIEVED);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return ABSTAINED;
      },
    });
    const response = await createTestApp({ engine }).post('/v1/ask', { question: 'a' }, STREAM);
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk);
      finish();
    }
    expect(eventsIn(text).map(({ event }) => event)).toEqual(['retrieved', 'answer']);
  });

  it('answers JSON to whoever asks for both or for nothing', async () => {
    const engine = createFakeEngine({ ask: answering });
    const { post } = createTestApp({ engine });
    for (const Accept of ['*/*', 'application/json, text/event-stream', 'text/html']) {
      const headers = { ...STREAM.headers, Accept };
      const response = await post('/v1/ask', { question: 'a' }, { headers });
      expect(await response.json()).toEqual(ANSWERED);
      expect(response.headers.get('vary')).toContain('Accept');
    }
  });

  it('answers what fails before the first event as an ordinary problem', async () => {
    const engine = createFakeEngine({
      ask: () => Promise.reject(new FootnoteError('index_corrupt', 'the secret path')),
    });
    const failed = await createTestApp({ engine }).post('/v1/ask', { question: 'a' }, STREAM);
    expect((await problemOf(failed)).code).toBe('index_corrupt');
    const starting = await createTestApp().post('/v1/ask', { question: 'a' }, STREAM);
    expect((await problemOf(starting)).code).toBe('not_ready');
    const invalid = await createTestApp({ engine }).post('/v1/ask', { question: '' }, STREAM);
    expect((await problemOf(invalid)).code).toBe('invalid_request');
  });

  it('ends with a problem document, and no secret in it, where it fails later', async () => {
    const error = new Error('the secret /home/secret/index');
    const engine = createFakeEngine({
      ask: async (_request, options) => {
        options?.onEvent?.(RETRIEVED);
        throw error;
      },
    });
    const { post, lines } = createTestApp({ engine });
    const response = await post('/v1/ask', { question: 'a' }, STREAM);
    const text = await response.text();
    expect(text).not.toContain('secret');
    const last = eventsIn(text).at(-1);
    expect(last).toMatchObject({
      event: 'error',
      data: { code: 'internal', requestId: response.headers.get('x-request-id') },
    });
    expect(lines.find(({ level }) => level === 'error')?.fields['err']).toBe(error);
  });

  it('ends with a problem where the answer takes too long', async () => {
    const engine = createFakeEngine({
      ask: (_request, options) => {
        options?.onEvent?.(RETRIEVED);
        return new Promise<never>(() => {});
      },
    });
    const { post } = createTestApp({ engine, askTimeoutMs: 20 });
    const response = await post('/v1/ask', { question: 'a' }, STREAM);
    expect(eventsIn(await response.text()).at(-1)).toMatchObject({
      event: 'error',
      data: { code: 'timeout', status: 503 },
    });
  });

  it('cancels the work of a client that hangs up', async () => {
    let stopped = (_reason: unknown) => {};
    const reason = new Promise((resolve) => {
      stopped = resolve;
    });
    const engine = createFakeEngine({
      ask: (_request, options) => {
        options?.onEvent?.(RETRIEVED);
        return new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => {
            stopped(options.signal?.reason);
            reject(new Error('stopped'));
          });
        });
      },
    });
    const { app, lines } = createTestApp({ engine });
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const server = await startServer({ app, host: '127.0.0.1', port: 0, log });
    try {
      const client = new AbortController();
      const response = await fetch(`${server.url}/v1/ask`, {
        method: 'POST',
        ...STREAM,
        body: JSON.stringify({ question: 'a' }),
        signal: client.signal,
      });
      const first = await response.body?.getReader().read();
      expect(new TextDecoder().decode(first?.value)).toMatch(/^event: retrieved\n/);
      client.abort();
      expect(await reason).toMatchObject({ code: 'cancelled' });
      expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
    } finally {
      await server.stop(1000);
    }
  });
});
