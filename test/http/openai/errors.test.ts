import { describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/security/api-keys.js';
import { createFakeEngine } from '../fake-engine.js';
import { ANSWERED } from '../samples.js';
import { createTestApp } from '../test-app.js';
import { chatBody, engineThatAnswers } from './asked.js';

const CHAT = '/v1/chat/completions';

/** The error of a response in OpenAI's shape; fails where it has another. */
async function errorOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const body = (await response.json()) as { error: Record<string, unknown> };
  expect(Object.keys(body)).toEqual(['error']);
  expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'param', 'type']);
  expect(body.error['message']).toMatch(/\w{3}/);
  return body.error;
}

describe("what the service itself refuses comes in OpenAI's shape", () => {
  it.each([
    ['JSON that is none', '{', {}, 400, 'invalid_json'],
    ['another type', '{}', { 'Content-Type': 'text/plain' }, 415, 'unsupported_media_type'],
    [
      'a body too large',
      JSON.stringify(chatBody({ user: 'x'.repeat(600_000) })),
      {},
      413,
      'payload_too_large',
    ],
    ['a body far too large', ' '.repeat(2_000_000), {}, 413, 'payload_too_large'],
    ['a foreign host', '{}', { Host: 'evil.example' }, 421, 'host_not_allowed'],
  ])('%s', async (_what, body, headers, status, code) => {
    const { app } = createTestApp({ engine: engineThatAnswers(ANSWERED) });
    const host = 'Host' in headers ? headers.Host : 'localhost';
    const response = await app.request(`http://${host}${CHAT}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toMatchObject({ type: 'invalid_request_error', code });
  });

  it('a key that is missing, unknown, or not for this', async () => {
    const admin = createApiKey('ops', ['admin']);
    const { app, post } = createTestApp({ apiKeys: [admin.entry] });
    const missing = await post(CHAT, chatBody());
    expect(missing.status).toBe(401);
    expect(missing.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await errorOf(missing)).toMatchObject({ code: 'invalid_api_key' });
    const headers = { Authorization: 'Bearer fn_unknown' };
    const unknown = await app.request('/v1/models', { headers });
    expect(await errorOf(unknown)).toMatchObject({ code: 'invalid_api_key' });
    const other = { Authorization: `Bearer ${admin.key}` };
    const forbidden = await app.request('/v1/models/footnote', { headers: other });
    expect(forbidden.status).toBe(403);
    expect(await errorOf(forbidden)).toMatchObject({ code: 'forbidden' });
  });

  it('more requests than allowed', async () => {
    const { app } = createTestApp({ rateLimitPerAddress: 1 });
    expect((await app.request('/v1/models')).status).toBe(200);
    const refused = await app.request('/v1/models');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await errorOf(refused)).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
  });

  it('a service that is still starting', async () => {
    for (const stream of [false, true]) {
      const refused = await createTestApp().post(CHAT, chatBody({ stream }));
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('1');
      expect(await errorOf(refused)).toMatchObject({ type: 'server_error', code: 'not_ready' });
    }
  });

  it('an answer that takes too long', async () => {
    const engine = createFakeEngine({ ask: () => new Promise(() => {}) });
    const refused = await createTestApp({ engine, askTimeoutMs: 5 }).post(CHAT, chatBody());
    expect(refused.status).toBe(503);
    expect(await errorOf(refused)).toMatchObject({ type: 'server_error', code: 'timeout' });
  });

  it('what fails inside, without saying how', async () => {
    const engine = createFakeEngine({
      ask: async () => {
        throw new Error('secret /etc/passwd');
      },
    });
    const { post, lines } = createTestApp({ engine });
    const refused = await post(CHAT, chatBody());
    expect(refused.status).toBe(500);
    expect(JSON.stringify(await errorOf(refused))).not.toContain('secret');
    expect(lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it.each([
    ['GET', CHAT, 405, 'method_not_allowed'],
    ['POST', '/v1/models', 405, 'method_not_allowed'],
    ['POST', '/v1/responses', 404, 'not_found'],
    ['POST', '/v1/embeddings', 404, 'not_found'],
    ['GET', '/v1/models/', 404, 'not_found'],
    ['GET', '/v1/models/a/b', 404, 'not_found'],
  ])('%s %s', async (method, path, status, code) => {
    const response = await createTestApp().app.request(path, { method });
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toMatchObject({ code, type: 'invalid_request_error' });
  });
});

describe('other routes', () => {
  it.each(['/v1/modelsx', '/v1/nothing', '/v1/ask'])('%s keeps problem documents', async (path) => {
    const response = await createTestApp().app.request(path);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});
