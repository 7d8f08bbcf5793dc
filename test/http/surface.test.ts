import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/errors.js';
import { PROBLEMS } from '../../src/http/problems.js';
import { createFakeEngine } from './fake-engine.js';
import { ANSWERED, STATUS } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

describe('routes that are not there', () => {
  it.each(['/nothing', '/v1', '/v1/ask/', '/v1/documents/', '/%', '/%00', '/..%2f..%2fetc/passwd'])(
    '%s is a problem',
    async (path) => {
      const engine = createFakeEngine({ document: async () => undefined });
      const response = await createTestApp({ engine }).app.request(path);
      expect((await problemOf(response)).code).toBe('not_found');
    },
  );

  it('shows a browser a page instead', async () => {
    const headers = { Accept: 'text/html,application/xhtml+xml' };
    const response = await createTestApp().app.request('/<script>', { headers });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(await response.text()).not.toContain('<script>');
  });
});

describe('methods', () => {
  it.each([
    ['GET', '/v1/ask', 'POST, OPTIONS'],
    ['DELETE', '/v1/ask', 'POST, OPTIONS'],
    ['POST', '/v1/documents', 'GET, HEAD, OPTIONS'],
    ['PUT', '/v1/documents/a/b', 'GET, HEAD, OPTIONS'],
    ['POST', '/', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/healthz', 'GET, HEAD, OPTIONS'],
  ])('%s %s is refused and the right ones named', async (method, path, allow) => {
    const response = await createTestApp().app.request(path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    expect((await problemOf(response)).code).toBe('method_not_allowed');
    expect(response.status).toBe(405);
  });

  it('OPTIONS names the methods of a route', async () => {
    const response = await createTestApp().app.request('/v1/ask', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect(response.headers.get('content-type')).toBeNull();
  });

  it('HEAD is GET without its body', async () => {
    const response = await createTestApp().app.request('/healthz', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('health and readiness', () => {
  it('lives before it is ready', async () => {
    const { app } = createTestApp();
    expect((await app.request('/healthz')).status).toBe(200);
    const response = await app.request('/readyz');
    expect(response.status).toBe(503);
    expect((await problemOf(response)).code).toBe('not_ready');
  });

  it('says what it answers from once it is ready', async () => {
    const { app } = createTestApp({ engine: createFakeEngine({ status: () => STATUS }) });
    const response = await app.request('/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready', chat: { state: 'off' }, ...STATUS });
  });
});

describe('problems', () => {
  it('have a status and a title for every code there is', () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual([...ERROR_CODES].sort());
    for (const { status, title } of Object.values(PROBLEMS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).not.toBe('');
    }
  });
});

describe('what every response carries', () => {
  it('a request id of its own, or that of the caller', async () => {
    const { app } = createTestApp();
    const one = (await app.request('/healthz')).headers.get('x-request-id');
    const other = (await app.request('/healthz')).headers.get('x-request-id');
    expect(one).not.toBe(other);
    const headers = { 'X-Request-Id': 'caller-7' };
    expect((await app.request('/healthz', { headers })).headers.get('x-request-id')).toBe(
      'caller-7',
    );
  });

  it('a request id, and what is left of a limit, also where nothing has changed', async () => {
    const { app } = createTestApp({
      rateLimitPerAddress: 5,
      allowedOrigins: ['https://a.example'],
    });
    const headers = { 'If-None-Match': '*', Origin: 'https://a.example' };
    const response = await app.request('/openapi.json', { headers });
    expect(response.status).toBe(304);
    expect(response.headers.get('x-request-id')).not.toBeNull();
    expect(response.headers.get('ratelimit')).toContain('remaining=4');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
  });

  it('a content security policy that allows no script and nothing unsafe', async () => {
    for (const path of ['/?question=', '/healthz', '/nothing', '/v1/ask']) {
      const { headers } = await createTestApp().app.request(path);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('script-src');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('the log', () => {
  it('has one line a request, and no question in it', async () => {
    const engine = createFakeEngine({ ask: async () => ANSWERED });
    const { app, post, lines } = createTestApp({ engine });
    await post('/v1/ask', { question: 'private matter' });
    await app.request('/?question=private+matter');
    const told = lines.filter(({ level }) => level !== 'debug');
    expect(told.map(({ fields }) => [fields['method'], fields['path'], fields['status']])).toEqual([
      ['POST', '/v1/ask', 200],
      ['GET', '/', 200],
    ]);
    expect(JSON.stringify(told)).not.toContain('private');
  });
});

describe('other web origins', () => {
  const ask = { question: 'a' };
  const from = (origin: string) => ({
    headers: { 'Content-Type': 'application/json', Origin: origin },
  });

  it('are not let in unless they are named', async () => {
    const engine = createFakeEngine({ ask: async () => ANSWERED });
    const closed = await createTestApp({ engine }).post('/v1/ask', ask, from('https://a.example'));
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    const { post } = createTestApp({ engine, allowedOrigins: ['https://a.example'] });
    const known = await post('/v1/ask', ask, from('https://a.example'));
    expect(known.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(known.headers.get('vary')).toContain('Origin');
    const unknown = await post('/v1/ask', ask, from('https://a.example.evil'));
    expect(unknown.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('get their preflight answered only when they are named', async () => {
    const { app } = createTestApp({ allowedOrigins: ['https://a.example'] });
    const preflight = (origin: string) =>
      app.request('/v1/ask', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const known = await preflight('https://a.example');
    expect(known.status).toBe(204);
    expect(known.headers.get('access-control-allow-methods')).toContain('POST');
    expect(known.headers.get('access-control-allow-headers')).toContain('Content-Type');
    expect(known.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(known.headers.get('access-control-allow-credentials')).toBeNull();
    const unknown = await preflight('https://b.example');
    expect(unknown.headers.get('access-control-allow-origin')).toBeNull();
    expect(unknown.headers.get('access-control-allow-methods')).toBeNull();
  });
});

describe('GET /openapi.json', () => {
  it('describes every route of the API with named schemas', async () => {
    const response = await createTestApp().app.request('/openapi.json');
    const description = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/v1/ask',
        '/v1/search',
        '/v1/documents',
        '/v1/documents/{id}',
        '/v1/feedback',
        '/healthz',
        '/readyz',
        '/metrics',
      ]),
    );
    const named = Object.keys(description.components.schemas);
    expect(named).toEqual(
      expect.arrayContaining(['AskRequest', 'AskResponse', 'Citation', 'Document', 'Problem']),
    );
    const refused = description.paths['/v1/ask']?.['post']?.responses['413'];
    expect(JSON.stringify(refused)).toContain('#/components/schemas/Problem');
  });
});
