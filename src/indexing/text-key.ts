import { createHash } from 'node:crypto';

const KEY_BYTES = 16;

/** Names a text that is embedded: the first half of the SHA-256 of its UTF-8 form. */
export function textKey(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest().subarray(0, KEY_BYTES);
}
