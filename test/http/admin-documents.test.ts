import { describe, expect, it } from 'vitest';
import type { DocumentAdmin, DocumentReceipt } from '../../src/contract/document-admin.js';
import { createApiKey } from '../../src/http/security/api-keys.js';
import { createTestApp, problemOf } from './test-app.js';

const ADMIN = createApiKey('admin', ['admin']);
const READER = createApiKey('reader', ['ask']);
const apiKeys = [ADMIN.entry, READER.entry];

/** A service with an admin that records what it is told. */
function service() {
  const told: unknown[] = [];
  const receipt = (id: string, change: DocumentReceipt['change']): DocumentReceipt => ({
    id,
    change,
    path: `${id}.md`,
    index: { fingerprint: 'sha256-new' },
  });
  const documentAdmin: DocumentAdmin = {
    put: async (upload) => {
      told.push(upload);
      return receipt(upload.id ?? 'made', 'added');
    },
    remove: async (id) => {
      told.push(id);
      return id === 'unknown' ? undefined : receipt(id, 'removed');
    },
  };
  const { app } = createTestApp({ apiKeys, documentAdmin });
  const call = async (path: string, init: RequestInit = {}, key: string | null = ADMIN.key) =>
    app.request(path, {
      ...init,
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...(init.headers as Record<string, string>),
      },
    });
  const send = (body: string, type: string, query = '', key: string | null = ADMIN.key) =>
    call(
      `/v1/admin/documents${query}`,
      { method: 'POST', body, headers: { 'Content-Type': type } },
      key,
    );
  return { told, call, send };
}

const JSON_TYPE = 'application/json';
const DOCUMENT = { title: 'Hours', text: 'Nine to five.' };

describe('POST /v1/admin/documents', () => {
  it('takes JSON, and Markdown with an id', async () => {
    const { told, send } = service();
    const first = await send(JSON.stringify({ ...DOCUMENT, id: 'a/b' }), JSON_TYPE);
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({ id: 'a/b', change: 'added' });
    expect((await send('# One', 'text/markdown; charset=utf-8', '?id=one')).status).toBe(200);
    expect(told).toEqual([
      { ...DOCUMENT, id: 'a/b' },
      { id: 'one', markdown: '# One' },
    ]);
  });

  it.each([
    '../up',
    '/root',
    'a//b',
    'a/../b',
    '.hidden',
    'a/.b',
    'a\\b',
    'a\0b',
    'x'.repeat(201),
    'a/',
  ])('refuses the id %j', async (id) => {
    const { told, send } = service();
    const asJson = await problemOf(await send(JSON.stringify({ ...DOCUMENT, id }), JSON_TYPE));
    const query = `?id=${encodeURIComponent(id)}`;
    const asMarkdown = await problemOf(await send('# One', 'text/markdown', query));
    expect([asJson.code, asMarkdown.code]).toEqual(['invalid_request', 'invalid_request']);
    expect(told).toEqual([]);
  });

  it('refuses what is no document', async () => {
    const { told, send } = service();
    const cases: [string, string, string][] = [
      ['{"title": "x"}', JSON_TYPE, 'invalid_request'],
      [
        '{"title": "x", "text": "y", "metadata": {"other": {"title": "z"}}}',
        JSON_TYPE,
        'invalid_request',
      ],
      ['{', JSON_TYPE, 'invalid_json'],
      ['<p>', 'text/html', 'unsupported_media_type'],
      ['# One', 'text/markdown', 'invalid_request'],
    ];
    for (const [body, type, code] of cases)
      expect((await problemOf(await send(body, type))).code).toBe(code);
    expect(told).toEqual([]);
  });
});

describe('DELETE /v1/admin/documents/{id}', () => {
  it('takes ids with slashes, sent either way', async () => {
    const { told, call } = service();
    for (const path of ['a/b', 'a%2Fb'])
      expect((await call(`/v1/admin/documents/${path}`, { method: 'DELETE' })).status).toBe(200);
    expect(told).toEqual(['a/b', 'a/b']);
  });

  it('says that there is no such document', async () => {
    const { call } = service();
    const response = await call('/v1/admin/documents/unknown', { method: 'DELETE' });
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('documents are changed by nobody', () => {
  it('without a key of that scope', async () => {
    const { told, send } = service();
    const body = JSON.stringify(DOCUMENT);
    expect((await problemOf(await send(body, JSON_TYPE, '', READER.key))).code).toBe('forbidden');
    expect((await problemOf(await send(body, JSON_TYPE, '', null))).code).toBe('unauthorized');
    expect(told).toEqual([]);
  });

  it('where no keys are set, or before there is an index', async () => {
    const send = {
      method: 'POST',
      headers: { 'Content-Type': JSON_TYPE },
      body: JSON.stringify(DOCUMENT),
    };
    const open = await createTestApp().app.request('/v1/admin/documents', send);
    expect((await problemOf(open)).code).toBe('forbidden');
    const headers = { ...send.headers, Authorization: `Bearer ${ADMIN.key}` };
    const starting = createTestApp({ apiKeys }).app;
    const early = await starting.request('/v1/admin/documents', { ...send, headers });
    expect((await problemOf(early)).code).toBe('not_ready');
  });
});
