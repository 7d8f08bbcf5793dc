import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnswerEvent,
  createFootnoteClient,
  type FootnoteClient,
  ProblemError,
  UnexpectedResponseError,
} from '../../src/client/footnote-client.js';
import type { Engine } from '../../src/contract/engine.js';
import { FootnoteError } from '../../src/errors.js';
import { type RunningServer, startServer } from '../../src/http/start-server.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { ANSWERED, CITATION, DOCUMENT, FOUND, STATUS } from '../http/samples.js';
import { createTestApp } from '../http/test-app.js';

const RETRIEVED = { type: 'retrieved', passages: 16 } as const;

/** A client of the real service over the given engine, without a network between them. */
function clientOf(engine: Partial<Engine> | undefined): FootnoteClient {
  const { app } = createTestApp(
    engine === undefined ? {} : { engine: createFakeEngine({ status: () => STATUS, ...engine }) },
  );
  return createFootnoteClient({
    baseUrl: 'http://127.0.0.1:8787/',
    fetch: async (url, init) => app.request(url, init),
  });
}

/** A client of something that answers everything with the same response. */
function clientOfResponse(body: string, init: ResponseInit): FootnoteClient {
  return createFootnoteClient({
    baseUrl: 'http://127.0.0.1:8787',
    fetch: async () => new Response(body, init),
  });
}

async function all(events: AsyncGenerator<AnswerEvent>): Promise<AnswerEvent[]> {
  const told: AnswerEvent[] = [];
  for await (const event of events) told.push(event);
  return told;
}

describe('the client', () => {
  it('gives what the service gives', async () => {
    const { text: _text, blocks: _blocks, ...summary } = DOCUMENT;
    const client = clientOf({
      ask: async () => ANSWERED,
      search: async () => FOUND,
      documents: async () => ({ documents: [summary] }),
      document: async (id) => (id === DOCUMENT.id ? DOCUMENT : undefined),
    });
    expect(await client.ask({ question: 'a' })).toEqual(ANSWERED);
    expect(await client.search({ query: 'a' })).toEqual(FOUND);
    expect(await client.documents()).toEqual({ documents: [summary] });
    expect(await client.document('news/trade')).toEqual({ ...summary, text: DOCUMENT.text });
    expect(await client.health()).toEqual({ status: 'ok' });
    expect(await client.readiness()).toEqual({
      status: 'ready',
      chat: { state: 'off' },
      ...STATUS,
    });
  });

  it('turns problem documents into errors with their code', async () => {
    const missing = await clientOf({ document: async () => undefined })
      .document('no/such')
      .catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(ProblemError);
    expect(missing).toMatchObject({ code: 'not_found', status: 404, retryAfterSeconds: null });
    expect(String(missing)).toContain('no/such');
    await expect(clientOf({}).ask({ question: '' })).rejects.toMatchObject({
      code: 'invalid_request',
      problem: { errors: [{ path: 'question' }] },
    });
    await expect(clientOf(undefined).readiness()).rejects.toMatchObject({
      code: 'not_ready',
      retryAfterSeconds: 1,
    });
  });

  it('says that it was not Footnote that answered', async () => {
    const html = clientOfResponse('<h1>Bad gateway</h1>', {
      status: 502,
      headers: { 'Content-Type': 'text/html' },
    });
    await expect(html.ask({ question: 'a' })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      status: 502,
      contentType: 'text/html',
    });
    await expect(all(html.askStream({ question: 'a' }))).rejects.toThrow('502 text/html');
  });

  it('sends its key', async () => {
    let sent: RequestInit['headers'];
    const client = createFootnoteClient({
      baseUrl: 'http://127.0.0.1:8787',
      apiKey: 'secret',
      fetch: async (_url, { headers }) => {
        sent = headers;
        return Response.json({ status: 'ok' });
      },
    });
    await client.health();
    expect(sent).toMatchObject({ Authorization: 'Bearer secret' });
  });

  it('needs no library and nothing of Node', async () => {
    const { metafile } = await build({
      entryPoints: ['src/client/footnote-client.ts'],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'neutral',
    });
    const foreign = Object.keys(metafile.inputs).filter(
      (path) => !/^src\/(client\/|contract\/(document-href|text-digest)\.ts$)/.test(path),
    );
    expect(foreign).toEqual([]);
  });
});

describe('askStream', () => {
  const sentence = { text: CITATION.quote, citations: [1] };

  it('gives each event, the whole answer last', async () => {
    const client = clientOf({
      ask: async (_request, options) => {
        options?.onEvent?.(RETRIEVED);
        options?.onEvent?.({ type: 'sentence', sentence, citations: [CITATION] });
        return ANSWERED;
      },
    });
    expect(await all(client.askStream({ question: 'a' }))).toEqual([
      { event: 'retrieved', data: RETRIEVED },
      { event: 'sentence', data: { type: 'sentence', sentence, citations: [CITATION] } },
      { event: 'answer', data: ANSWERED },
    ]);
  });

  it('throws the problem that the stream ends with', async () => {
    const client = clientOf({
      ask: async (_request, options) => {
        options?.onEvent?.(RETRIEVED);
        throw new FootnoteError('timeout', 'No answer within 5 ms.');
      },
    });
    const told: AnswerEvent[] = [];
    const listening = (async () => {
      for await (const event of client.askStream({ question: 'a' })) told.push(event);
    })();
    await expect(listening).rejects.toMatchObject({ name: 'ProblemError', code: 'timeout' });
    expect(told.map(({ event }) => event)).toEqual(['retrieved']);
    await expect(all(clientOf(undefined).askStream({ question: 'a' }))).rejects.toMatchObject({
      code: 'not_ready',
    });
  });

  it.each([
    ['line ends of other systems', `event: answer\r\ndata: ${JSON.stringify(ANSWERED)}\r\n\r\n`],
    [
      'comments and fields it does not know',
      `: hello\nid: 7\nevent:answer\ndata:${JSON.stringify(ANSWERED)}\n\n`,
    ],
    [
      'data on several lines',
      `event: answer\ndata: ${JSON.stringify(ANSWERED, null, 1).replaceAll('\n', '\ndata: ')}\n\n`,
    ],
  ])('reads %s', async (_what, body) => {
    const init = { headers: { 'Content-Type': 'text/event-stream' } };
    const events = await all(clientOfResponse(body, init).askStream({ question: 'a' }));
    expect(events).toEqual([{ event: 'answer', data: ANSWERED }]);
  });

  it('reads a stream however it is cut', async () => {
    const bytes = new TextEncoder().encode(
      `event: answer\r\ndata: ${JSON.stringify({ ...ANSWERED, question: '한국 → 日本 🙂' })}\r\n\r\n`,
    );
    const client = createFootnoteClient({
      baseUrl: 'http://127.0.0.1:8787',
      fetch: async () =>
        new Response(
          new ReadableStream({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
          { headers: { 'Content-Type': 'text/event-stream' } },
        ),
    });
    const [event] = await all(client.askStream({ question: 'a' }));
    expect(event).toMatchObject({ event: 'answer', data: { question: '한국 → 日本 🙂' } });
  });

  it('does not take half an answer for one', async () => {
    const body = `event: retrieved\ndata: ${JSON.stringify(RETRIEVED)}\n\nevent: answer\ndata: {"id"`;
    const init = { headers: { 'Content-Type': 'text/event-stream' } };
    await expect(
      all(clientOfResponse(body, init).askStream({ question: 'a' })),
    ).rejects.toBeInstanceOf(UnexpectedResponseError);
  });
});

describe('over a real connection', () => {
  let server: RunningServer;
  let stopped: Promise<unknown>;

  beforeAll(async () => {
    let stop = (_reason: unknown) => {};
    stopped = new Promise((resolve) => {
      stop = resolve;
    });
    const engine = createFakeEngine({
      status: () => STATUS,
      ask: (_request, options) =>
        new Promise((_, reject) => {
          options?.onEvent?.(RETRIEVED);
          options?.signal?.addEventListener('abort', () => {
            stop(options.signal?.reason);
            reject(new Error('stopped'));
          });
        }),
    });
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const { app } = createTestApp({ engine });
    server = await startServer({ app, host: '127.0.0.1', port: 0, log });
  });

  afterAll(() => server.stop(1000));

  it('cancels the work when the reader leaves the loop', async () => {
    const client = createFootnoteClient({ baseUrl: server.url });
    for await (const { event } of client.askStream({ question: 'a' })) {
      expect(event).toBe('retrieved');
      break;
    }
    expect(await stopped).toMatchObject({ code: 'cancelled' });
  });
});
