import { describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/http/security/api-keys.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { ANSWERED } from '../http/samples.js';
import { createTestApp, problemOf } from '../http/test-app.js';

const CALL = {
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'ask', arguments: { question: 'a' } },
};
const HEADERS = {
  'Content-Type': 'application/json',
  Accept: 'application/json, text/event-stream',
};

function ready(...options: Parameters<typeof createTestApp>) {
  const engine = createFakeEngine({ ask: async () => ANSWERED });
  const { app } = createTestApp({ engine, ...options[0] });
  const send = async (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    app.request('http://localhost:8787/mcp', {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, engine, send };
}

describe('POST /mcp', () => {
  it('answers a call by itself, in JSON that nobody stores', async () => {
    const response = await ready().send(CALL);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('mcp-session-id')).toBeNull();
    expect(response.headers.get('x-request-id')).not.toBeNull();
    expect(await response.json()).toMatchObject({ id: 1, result: { structuredContent: ANSWERED } });
  });

  it('takes a notification without a word', async () => {
    const note = { jsonrpc: '2.0', method: 'notifications/initialized' };
    const response = await ready().send(note);
    expect(response.status).toBe(202);
    expect(await response.text()).toBe('');
  });

  it.each([
    ['no JSON', '{', 'invalid_json'],
    ['nothing', '', 'invalid_json'],
    ['far too much', JSON.stringify({ ...CALL, x: 'x'.repeat(100_000) }), 'payload_too_large'],
  ])('refuses %s with a problem document', async (_what, body, code) => {
    expect((await problemOf(await ready().send(body))).code).toBe(code);
  });

  it.each([
    ['null', 'null', {}, 400],
    ['no message', { hello: 1 }, {}, 400],
    ['a batch', [CALL, CALL], {}, 400],
    ['an unknown version', CALL, { 'MCP-Protocol-Version': '1999-01-01' }, 400],
    ['a client that reads no JSON', CALL, { Accept: 'text/html' }, 406],
  ])('refuses %s with an error of the protocol', async (_what, body, headers, status) => {
    const { engine, send } = ready();
    const response = await send(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      jsonrpc: '2.0',
      error: { code: expect.any(Number) },
    });
    expect(engine.calls).toEqual([]);
  });

  it('keeps no stream open: GET and DELETE are refused', async () => {
    const { app } = ready();
    for (const method of ['GET', 'DELETE']) {
      const response = await app.request('/mcp', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    }
  });

  it('says within the result that the service is still starting', async () => {
    const { send } = ready({ engine: undefined as never });
    expect(await (await send(CALL)).json()).toMatchObject({
      result: { isError: true, _meta: { problem: { code: 'not_ready' } } },
    });
  });

  it('wants a key where keys are set', async () => {
    const { key, entry } = createApiKey('host', ['ask']);
    const { send } = ready({ apiKeys: [entry] });
    expect((await problemOf(await send(CALL))).code).toBe('unauthorized');
    expect((await send(CALL, { Authorization: `Bearer ${key}` })).status).toBe(200);
  });

  it('gives a call no longer than any question', async () => {
    const engine = createFakeEngine({ ask: () => new Promise(() => {}) });
    const { send } = ready({ engine, askTimeoutMs: 5 });
    expect(await (await send(CALL)).json()).toMatchObject({
      result: { isError: true, _meta: { problem: { code: 'timeout' } } },
    });
    expect(engine.calls[0]?.signal?.aborted).toBe(true);
  });
});

describe('pages of other web origins', () => {
  it('may not call unless they are named', async () => {
    const { engine, send } = ready({ allowedOrigins: ['https://a.example'] });
    for (const origin of ['https://evil.example', 'null', 'http://localhost:9999', 'no origin']) {
      const problem = await problemOf(await send(CALL, { Origin: origin }));
      expect(problem.code).toBe('origin_not_allowed');
    }
    expect(engine.calls).toEqual([]);
    for (const Origin of ['https://a.example', 'http://localhost:8787'])
      expect((await send(CALL, { Origin })).status).toBe(200);
  });

  it('may not take our place by giving our address their name', async () => {
    const { app, engine } = ready();
    const response = await app.request('http://evil.example:8787/mcp', {
      method: 'POST',
      headers: { ...HEADERS, Origin: 'http://evil.example:8787' },
      body: JSON.stringify(CALL),
    });
    expect((await problemOf(response)).code).toBe('host_not_allowed');
    expect(engine.calls).toEqual([]);
  });
});
