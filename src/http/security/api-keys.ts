import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { FootnoteError } from '../../errors.js';

/** What a key may do: ask and read (`ask`), or see how the service runs and change its documents (`admin`). Neither holds the other. */
export const SCOPES = ['ask', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** A key as it is stored. The key itself is known to its holder alone. */
export interface ApiKey {
  /** Who holds it; stands in logs. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** SHA-256 of the key. It needs no salt and no slow hash: a key is 256 random bits, not a password. */
  readonly digest: Buffer;
}

const KEY_BYTES = 32;
const ENTRY = /^([\w.-]{1,64}):([a-z+]+):sha256-([0-9a-f]{64})$/;
const SHAPE = 'name:scopes:sha256-hash, as `footnote keys create` prints it';

/** A new key and the entry to store for it. The key is shown here once and never again. */
export function createApiKey(
  name: string,
  scopes: readonly Scope[],
): { readonly key: string; readonly entry: string } {
  const key = `fn_${randomBytes(KEY_BYTES).toString('base64url')}`;
  const entry = `${name}:${[...new Set(scopes)].join('+')}:sha256-${digestOf(key).toString('hex')}`;
  parseApiKeys([entry]);
  return { key, entry };
}

/**
 * Reads stored entries.
 * @throws FootnoteError `config_invalid`, naming the entry by its place and never by its text, where one is none or a name comes twice
 */
export function parseApiKeys(entries: readonly string[]): readonly ApiKey[] {
  const names = new Set<string>();
  return entries.map((entry, index) => {
    const [, name = '', scopeNames = '', hash = ''] = ENTRY.exec(entry) ?? [];
    const scopes = scopeNames.split('+').filter(isScope);
    if (scopes.length === 0 || scopes.length !== scopeNames.split('+').length)
      throw invalid(`Entry ${index + 1} of the API keys is no ${SHAPE}; scopes are ask and admin.`);
    if (names.has(name)) throw invalid(`Two API keys are named "${name}". Rename one.`);
    names.add(name);
    return { name, scopes: new Set(scopes), digest: Buffer.from(hash, 'hex') };
  });
}

/** The key a client presents, compared with every stored one in constant time. */
export function findApiKey(keys: readonly ApiKey[], presented: string): ApiKey | undefined {
  const digest = digestOf(presented);
  let found: ApiKey | undefined;
  for (const key of keys) if (timingSafeEqual(key.digest, digest)) found = key;
  return found;
}

function isScope(name: string): name is Scope {
  return SCOPES.some((scope) => scope === name);
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}

function invalid(message: string): FootnoteError {
  return new FootnoteError('config_invalid', message, { details: { variable: 'API_KEYS' } });
}
