import { readFile } from 'node:fs/promises';
import { FootnoteError } from '../../errors.js';
import { type ApiKey, parseApiKeys } from './api-keys.js';

/**
 * The keys of the setting and of the file it names, together.
 * @throws FootnoteError `config_invalid` where the file cannot be read or holds no key at all: better
 *   no start than a service that someone believes to be closed
 */
export async function loadApiKeys(
  entries: readonly string[],
  file: string | null,
): Promise<readonly ApiKey[]> {
  if (file === null) return parseApiKeys(entries);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw invalid(`API_KEYS_FILE names ${file}, which cannot be read. Correct or unset it.`, cause);
  }
  const lines = text.split('\n').map((line) => line.trim());
  const stored = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (stored.length === 0)
    throw invalid(`${file}, named by API_KEYS_FILE, holds no key. Add one, or unset it.`);
  return parseApiKeys([...entries, ...stored]);
}

function invalid(message: string, cause?: unknown): FootnoteError {
  const details = { variable: 'API_KEYS_FILE' };
  return new FootnoteError('config_invalid', message, { details, cause });
}
