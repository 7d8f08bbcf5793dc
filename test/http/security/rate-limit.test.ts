import { describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/security/api-keys.js';
import { createBoundedCounts } from '../../../src/http/security/bounded-counts.js';
import { networkOf, plainAddress } from '../../../src/http/security/plain-address.js';
import { clientAddressBehind } from '../../../src/http/security/trusted-proxies.js';
import { createFakeEngine } from '../fake-engine.js';
import { createTestApp, problemOf } from '../test-app.js';

const engine = createFakeEngine({ documents: async () => ({ documents: [] }) });

function limited(options: Parameters<typeof createTestApp>[0]) {
  const { app } = createTestApp({ engine, ...options });
  const get = (address: string, headers: Record<string, string> = {}, path = '/v1/documents') =>
    app.request(path, { headers }, { incoming: { socket: { remoteAddress: address } } });
  return async (...given: Parameters<typeof get>) => (await get(...given)) as Response;
}

describe('requests of one client', () => {
  it('are refused beyond the limit, with the time to come back, and others are not', async () => {
    const get = limited({ rateLimitPerAddress: 2 });
    const first = await get('203.0.113.7');
    expect(first.headers.get('ratelimit')).toBe('limit=2, remaining=1, reset=60');
    expect(first.headers.get('ratelimit-policy')).toBe('2;w=60');
    expect((await get('203.0.113.7')).status).toBe(200);
    const refused = await get('203.0.113.7');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toContain('remaining=0');
    expect((await problemOf(refused)).code).toBe('rate_limited');
    expect((await get('203.0.113.8')).status).toBe(200);
  });

  it('are counted for its whole network where it can pick addresses at will', async () => {
    const get = limited({ rateLimitPerAddress: 1 });
    expect((await get('2001:db8:1:2::1')).status).toBe(200);
    expect((await get('2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await get('2001:db8:1:3::1')).status).toBe(200);
  });

  it('cannot be disguised by a header unless a trusted proxy wrote it', async () => {
    const get = limited({ rateLimitPerAddress: 1 });
    expect((await get('203.0.113.7', { 'X-Forwarded-For': '198.51.100.1' })).status).toBe(200);
    expect((await get('203.0.113.7', { 'X-Forwarded-For': '198.51.100.2' })).status).toBe(429);
  });

  it('are told apart behind a trusted proxy', async () => {
    const get = limited({ rateLimitPerAddress: 1, trustedProxies: ['10.0.0.0/8'] });
    expect((await get('10.0.0.1', { 'X-Forwarded-For': '198.51.100.1' })).status).toBe(200);
    expect((await get('10.0.0.1', { 'X-Forwarded-For': '198.51.100.2' })).status).toBe(200);
    const forged = { 'X-Forwarded-For': '192.0.2.1, 198.51.100.2' };
    expect((await get('10.0.0.1', forged)).status).toBe(429);
  });

  it('have a limit of their own with a key, and guesses count for the address', async () => {
    const { key, entry } = createApiKey('site', ['ask']);
    const get = limited({ rateLimitPerAddress: 1, rateLimitPerKey: 2, apiKeys: [entry] });
    const known = { Authorization: `Bearer ${key}` };
    expect((await get('203.0.113.7', known)).status).toBe(200);
    expect((await get('203.0.113.8', known)).status).toBe(200);
    expect((await get('203.0.113.9', known)).status).toBe(429);
    expect((await get('203.0.113.9', { Authorization: 'Bearer guess' })).status).toBe(401);
    expect((await get('203.0.113.9', { Authorization: 'Bearer other' })).status).toBe(429);
  });

  it('that watch the process are never refused', async () => {
    const get = limited({ rateLimitPerAddress: 1 });
    for (let i = 0; i < 3; i++) expect((await get('203.0.113.7', {}, '/healthz')).status).toBe(200);
  });

  it('are limited by default where others than this machine can call, and not on loopback', async () => {
    const open = await limited({ host: '0.0.0.0' })('203.0.113.7');
    expect(open.headers.get('ratelimit-policy')).toBe('600;w=60');
    const local = await limited({ host: '127.0.0.1' })('127.0.0.1');
    expect(local.headers.get('ratelimit-policy')).toBeNull();
    const proxied = { host: '127.0.0.1', trustedProxies: ['127.0.0.1'] };
    const forwarded = await limited(proxied)('127.0.0.1', { 'X-Forwarded-For': '203.0.113.7' });
    expect(forwarded.headers.get('ratelimit-policy')).toBe('600;w=60');
    const none = await limited({ host: '0.0.0.0', rateLimitPerAddress: 0 })('203.0.113.7');
    expect(none.headers.get('ratelimit-policy')).toBeNull();
  });
});

describe('counts', () => {
  it('begin anew with the next window', async () => {
    let now = 0;
    const counts = createBoundedCounts(1000, 10, () => now);
    await counts.increment('a');
    expect((await counts.increment('a')).totalHits).toBe(2);
    await counts.decrement('a');
    expect((await counts.increment('a')).totalHits).toBe(2);
    now = 1000;
    expect((await counts.increment('a')).totalHits).toBe(1);
    await counts.resetKey('a');
    expect(counts.size).toBe(0);
  });

  it('take no more memory than they may, however many clients come', async () => {
    let now = 0;
    const counts = createBoundedCounts(1000, 3, () => now);
    for (let i = 0; i < 50; i++) await counts.increment(`client ${i}`);
    expect(counts.size).toBe(3);
    now = 5000;
    await counts.increment('late');
    expect(counts.size).toBe(1);
  });
});

describe('addresses', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['unknown', undefined],
    ['', undefined],
    ['1.2.3', undefined],
  ])('%s is plainly %s', (written, plain) => {
    expect(plainAddress(written)).toBe(plain);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1:2::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['nonsense', 'nonsense'],
  ])('%s lies in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['a chain of trusted proxies', '198.51.100.9, 10.0.0.2', '198.51.100.9'],
    ['a chain that only proxies made', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['what is no address', '198.51.100.9, secret', '10.0.0.1'],
    ['no header', undefined, '10.0.0.1'],
  ])('are found behind %s', (_what, header, client) => {
    expect(clientAddressBehind(['10.0.0.0/8', '::1'])('10.0.0.1', header)).toBe(client);
  });

  it.each(['proxy', '10.0.0.0/33', '10.0.0/8', '::1/129', '/8'])(
    '%s is refused as a trusted proxy',
    (entry) => {
      expect(() => clientAddressBehind([entry])).toThrow(`TRUSTED_PROXIES holds "${entry}"`);
    },
  );
});
