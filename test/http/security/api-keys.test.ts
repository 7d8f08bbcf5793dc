import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FootnoteError } from '../../../src/errors.js';
import { createApiKey, findApiKey, parseApiKeys } from '../../../src/http/security/api-keys.js';
import { loadApiKeys } from '../../../src/http/security/load-api-keys.js';
import { presentedKey } from '../../../src/http/security/presented-key.js';

describe('a new key', () => {
  it('is found again by itself alone, and its entry does not hold it', () => {
    const site = createApiKey('site', ['ask']);
    const ops = createApiKey('ops', ['admin', 'ask']);
    expect(site.key).toMatch(/^fn_[\w-]{43}$/);
    expect(site.entry).not.toContain(site.key.slice(3));
    const keys = parseApiKeys([site.entry, ops.entry]);
    expect(findApiKey(keys, site.key)?.name).toBe('site');
    expect([...(findApiKey(keys, ops.key)?.scopes ?? [])].sort()).toEqual(['admin', 'ask']);
    expect(findApiKey(keys, `${site.key}x`)).toBeUndefined();
    expect(findApiKey(keys, site.entry)).toBeUndefined();
    expect(findApiKey([], site.key)).toBeUndefined();
  });
});

describe('stored entries', () => {
  const hash = 'a'.repeat(64);

  it.each([
    ['a key in the clear', 'fn_secretsecret'],
    ['no scope', `site::sha256-${hash}`],
    ['an unknown scope', `site:ask+root:sha256-${hash}`],
    ['a short hash', 'site:ask:sha256-abc'],
    ['no name', `:ask:sha256-${hash}`],
  ])('are refused, without being repeated: %s', (_what, entry) => {
    const good = `good:ask:sha256-${hash}`;
    const parse = () => parseApiKeys([good, entry]);
    expect(parse).toThrow(FootnoteError);
    expect(parse).toThrow(/^Entry 2 of the API keys is no name:scopes:/);
    expect(parse).not.toThrow(entry);
  });

  it('are refused where two have one name', () => {
    const entry = `site:ask:sha256-${hash}`;
    expect(() => parseApiKeys([entry, entry])).toThrow('Two API keys are named "site"');
  });
});

describe('the file of keys', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('adds to the keys of the setting, comments and blank lines left out', async () => {
    const [one, two] = [createApiKey('one', ['ask']), createApiKey('two', ['ask'])];
    const file = join(folder, 'keys');
    await writeFile(file, `# who\n\n  ${two.entry}\r\n`);
    const keys = await loadApiKeys([one.entry], file);
    expect(keys.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(await loadApiKeys([one.entry], null)).toHaveLength(1);
  });

  it('stops the start where it is missing or holds none, rather than leaving the door open', async () => {
    const missing = join(folder, 'missing');
    await expect(loadApiKeys([], missing)).rejects.toMatchObject({ code: 'config_invalid' });
    const empty = join(folder, 'empty');
    await writeFile(empty, '# none yet\n');
    await expect(loadApiKeys([], empty)).rejects.toThrow('holds no key');
  });
});

describe('the Authorization header', () => {
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

  it.each([
    ['Bearer fn_abc', 'fn_abc'],
    ['bearer   fn_abc  ', 'fn_abc'],
    [basic('anyone:fn_abc'), 'fn_abc'],
    [basic(':fn:abc'), 'fn:abc'],
    [basic('fn_abc'), undefined],
    ['fn_abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
    ['Digest fn_abc', undefined],
    [`Bearer ${'x'.repeat(600)}`, undefined],
    [undefined, undefined],
  ])('%s holds %s', (header, key) => {
    expect(presentedKey(header)).toBe(key);
  });
});
