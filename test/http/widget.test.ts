import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestApp } from './test-app.js';

const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('GET /widget.js', () => {
  it('is a module that pages of any origin may load', async () => {
    const { app } = createTestApp();
    const response = await app.request('/widget.js', { headers: { Origin: 'https://a.example' } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=UTF-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('max-age=600'),
    });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toContain('footnote-chat');
  });

  it('needs no key, and may be loaded where only other origins may ask', async () => {
    const { app } = createTestApp({ allowedOrigins: ['https://b.example'] });
    for (const origin of ['https://a.example', 'https://b.example']) {
      const response = await app.request('/widget.js', { headers: { Origin: origin } });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  it('is sent compressed to whoever takes it so, and is the same', async () => {
    const { app } = createTestApp();
    const plain = await bytes(await app.request('/widget.js'));
    const headers = { 'Accept-Encoding': 'br;q=1, gzip' };
    const zipped = await app.request('/widget.js', { headers });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('vary')).toContain('Accept-Encoding');
    expect(gunzipSync(await bytes(zipped)).equals(plain)).toBe(true);
    const refused = await app.request('/widget.js', { headers: { 'Accept-Encoding': 'gzip;q=0' } });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });

  it('is not sent again while it has not changed', async () => {
    const { app } = createTestApp();
    const etag = (await app.request('/widget.js')).headers.get('etag') ?? '';
    const again = await app.request('/widget.js', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
    expect(again.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });
});
