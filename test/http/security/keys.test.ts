import { describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/security/api-keys.js';
import { createFakeEngine } from '../fake-engine.js';
import { ANSWERED, DOCUMENT, STATUS } from '../samples.js';
import { createTestApp, problemOf } from '../test-app.js';

const reader = createApiKey('reader', ['ask']);
const ops = createApiKey('ops', ['admin']);

function closed(options: Parameters<typeof createTestApp>[0] = {}) {
  const engine = createFakeEngine({
    ask: async () => ANSWERED,
    documents: async () => ({ documents: [DOCUMENT] }),
    document: async () => DOCUMENT,
    status: () => STATUS,
  });
  const made = createTestApp({ engine, apiKeys: [reader.entry, ops.entry], ...options });
  const get = (path: string, headers: Record<string, string> = {}) =>
    made.app.request(path, { headers });
  return { ...made, get };
}

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
const basic = (key: string) => ({
  Authorization: `Basic ${Buffer.from(`me:${key}`).toString('base64')}`,
});

describe('where keys are set', () => {
  it.each(['/v1/documents', '/v1/documents/news/trade', '/mcp', '/documents/news/trade', '/'])(
    '%s needs one',
    async (path) => {
      const { get } = closed();
      const refused = await get(path);
      expect(refused.status).toBe(401);
      expect((await problemOf(refused)).code).toBe('unauthorized');
      expect((await get(path, bearer(reader.key))).status).not.toBe(401);
    },
  );

  it('a path that nobody named open is closed', async () => {
    expect((await closed().get('/not/thought/of')).status).toBe(401);
  });

  it.each(['/healthz', '/readyz', '/openapi.json', '/assets/style.css'])(
    '%s is open',
    async (path) => {
      expect((await closed().get(path)).status).toBe(200);
    },
  );

  it('asking needs one, and the engine never hears of those without', async () => {
    const { post } = closed();
    const headers = { 'Content-Type': 'application/json' };
    const refused = await post('/v1/ask', { question: 'a' }, { headers });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="Footnote"');
    const unknown = await post(
      '/v1/ask',
      { question: 'a' },
      { headers: { ...headers, ...bearer('fn_wrong') } },
    );
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get('www-authenticate')).toContain('error="invalid_token"');
    const answered = await post(
      '/v1/ask',
      { question: 'a' },
      { headers: { ...headers, ...bearer(reader.key) } },
    );
    expect(await answered.json()).toEqual(ANSWERED);
  });

  it('metrics need the scope admin, and asking the scope ask', async () => {
    const { get } = closed();
    const forbidden = await get('/metrics', bearer(reader.key));
    expect(forbidden.status).toBe(403);
    expect(forbidden.headers.get('www-authenticate')).toContain('scope="admin"');
    expect((await problemOf(forbidden)).code).toBe('forbidden');
    expect((await get('/metrics', bearer(ops.key))).status).toBe(200);
    expect((await get('/v1/documents', bearer(ops.key))).status).toBe(403);
  });

  it('a browser is asked for a password, which is the key', async () => {
    const { get } = closed();
    const page = await get('/documents/news/trade', { Accept: 'text/html' });
    expect(page.status).toBe(401);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    expect((await get('/documents/news/trade', basic(reader.key))).status).toBe(200);
    expect((await get('/documents/news/trade', basic('wrong'))).status).toBe(401);
  });

  it('pages can be opened to all, but no question can be asked on them', async () => {
    const { get } = closed({ publicPages: true });
    expect((await get('/documents/news/trade')).status).toBe(200);
    expect((await get('/')).status).toBe(200);
    expect((await get('/?question=a')).status).toBe(401);
    expect((await get('/v1/documents')).status).toBe(401);
  });

  it('a preflight needs none, for it cannot carry one', async () => {
    const { app } = closed({ allowedOrigins: ['https://a.example'] });
    const response = await app.request('/v1/ask', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://a.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('Authorization');
  });

  it('a refusal can be read by an allowed origin', async () => {
    const { get } = closed({ allowedOrigins: ['https://a.example'] });
    const response = await get('/v1/documents', { Origin: 'https://a.example' });
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
  });

  it('the log names who called, and holds no key', async () => {
    const { get, lines } = closed();
    await get('/v1/documents', bearer(reader.key));
    await get('/v1/documents', bearer('fn_wrong'));
    expect(lines.map(({ fields }) => fields['key'])).toEqual(['reader', undefined]);
    expect(JSON.stringify(lines)).not.toContain('fn_');
  });
});

describe('where no keys are set', () => {
  it('nobody needs one, and one that comes is not looked at', async () => {
    const { get } = closed({ apiKeys: [] });
    expect((await get('/v1/documents')).status).toBe(200);
    expect((await get('/v1/documents', bearer('fn_any'))).status).toBe(200);
    expect((await get('/metrics')).status).toBe(200);
  });
});
