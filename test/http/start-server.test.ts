import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/http/start-server.js';
import { createFakeEngine } from './fake-engine.js';
import { ANSWERED } from './samples.js';
import { createTestApp } from './test-app.js';

const running: RunningServer[] = [];

async function start(
  options: Parameters<typeof createTestApp>[0] = {},
  requestTimeoutMs: number | undefined = undefined,
) {
  const { app } = createTestApp(options);
  const ignore = () => {};
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const slow = requestTimeoutMs === undefined ? {} : { requestTimeoutMs };
  const server = await startServer({ app, host: '127.0.0.1', port: 0, log, ...slow });
  running.push(server);
  return server;
}

const ask = (url: string, body: unknown = { question: 'a' }) =>
  fetch(`${url}/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Sends bytes as they are and gives all that comes back. */
function exchange(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(0)));
});

describe('a listening server', () => {
  it('answers over the wire as the application does', async () => {
    const { url } = await start({ engine: createFakeEngine({ ask: async () => ANSWERED }) });
    const response = await ask(url);
    expect(await response.json()).toEqual(ANSWERED);
  });

  it('refuses a body too large and stays in service', async () => {
    const { url } = await start({ engine: createFakeEngine({ ask: async () => ANSWERED }) });
    const large = await ask(url, { question: 'x'.repeat(1_000_000) });
    expect(large.status).toBe(413);
    expect((await ask(url)).status).toBe(200);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a header too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`],
  ])('answers %s with a problem document', async (_what, bytes) => {
    const { url } = await start();
    const text = await exchange(url, bytes);
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect(text.toLowerCase()).toContain('content-type: application/problem+json');
    expect(text).toContain('"code":"invalid_request"');
  });

  it.each(['attacker.example', 'xn--e1', '1.2.3.4.5', '[::1'])(
    'has no answer for the host name %s but a problem document',
    async (host) => {
      const { url } = await start();
      const bytes = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      const text = await exchange(url, bytes);
      expect(text).toMatch(/^HTTP\/1.1 (?:400|421) /);
      expect(text.toLowerCase()).toContain('content-type: application/problem+json');
    },
  );

  it.each([
    ['its headers', 'GET / HTTP/1.1\r\nHost: loc'],
    [
      'its body',
      'POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    ],
  ])('does not wait for ever for a client that never ends %s', async (_what, bytes) => {
    const { url } = await start({}, 100);
    const text = await exchange(url, bytes);
    expect(text).toMatch(/^HTTP\/1.1 408 /);
    expect(text).toContain('"code":"request_timeout"');
  });

  it('tells the engine to stop when the connection is cut', async () => {
    let asked = () => {};
    const called = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let told = () => {};
    const stopped = new Promise<void>((resolve) => {
      told = resolve;
    });
    const engine = createFakeEngine({
      ask: (_request, options) => {
        options?.signal?.addEventListener('abort', told);
        asked();
        return new Promise(() => {});
      },
    });
    const { url } = await start({ engine });
    const headers = { 'Content-Type': 'application/json' };
    const outgoing = request(`${url}/v1/ask`, { method: 'POST', headers });
    outgoing.on('error', () => {});
    outgoing.end(JSON.stringify({ question: 'a' }));
    await called;
    outgoing.destroy();
    await stopped;
    expect(engine.calls[0]?.signal?.aborted).toBe(true);
  });

  it('answers what is under way before it stops', async () => {
    let answer = () => {};
    let asked = () => {};
    const called = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const engine = createFakeEngine({
      ask: () =>
        new Promise((resolve) => {
          answer = () => resolve(ANSWERED);
          asked();
        }),
    });
    const server = await start({ engine });
    const response = ask(server.url);
    await called;
    const stopped = server.stop(10_000);
    answer();
    expect((await response).status).toBe(200);
    await stopped;
    await expect(ask(server.url)).rejects.toThrow();
  });

  it('cuts off what takes longer than its grace', async () => {
    let asked = () => {};
    const called = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const engine = createFakeEngine({
      ask: () => {
        asked();
        return new Promise(() => {});
      },
    });
    const server = await start({ engine });
    const response = expect(ask(server.url)).rejects.toThrow();
    await called;
    await server.stop(20);
    await response;
  });
});

describe('an address that cannot be listened on', () => {
  it('is a clear error that names the setting', async () => {
    const { url } = await start();
    const { app } = createTestApp();
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const port = Number(new URL(url).port);
    await expect(startServer({ app, host: '127.0.0.1', port, log })).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining('Set PORT to another one'),
    });
    await expect(startServer({ app, host: '203.0.113.1', port: 0, log })).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining('HOST'),
    });
  });
});
