import { FootnoteError } from '../errors.js';
import { createApiKey, SCOPES } from '../http/security/api-keys.js';
import { EXIT_CODES } from './exit-codes.js';

const NAME = /^[\w.-]{1,64}$/;

/** `footnote keys create`: prints a new key, which nobody can show again, and the line to store; gives the exit code. */
export function createKey(name: string, scopes: readonly string[]): number {
  if (!NAME.test(name))
    throw new FootnoteError(
      'invalid_request',
      `A key's name has 1 to 64 letters, digits, "_", "-" or ".", not "${name.slice(0, 80)}".`,
    );
  const { key, entry } = createApiKey(
    name,
    SCOPES.filter((scope) => scopes.includes(scope)),
  );
  process.stdout.write(`Key, shown only now; clients send it as "Authorization: Bearer <key>":
${key}

Line for API_KEYS, or for the file that API_KEYS_FILE names:
${entry}
`);
  return EXIT_CODES.done;
}
