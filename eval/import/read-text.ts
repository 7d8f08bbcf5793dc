import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { FootnoteError } from '../../src/errors.js';

/** The text of a file, unpacked where its name ends in `.gz`. @throws FootnoteError `not_found`, `invalid_request` */
export async function readText(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new FootnoteError('not_found', `${file} cannot be read. Give the path of a file.`, {
      cause,
    });
  }
  try {
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    throw new FootnoteError('invalid_request', `${file} is no gzip file, as its name says.`, {
      cause,
    });
  }
}

/** One value of a JSON Lines file a line. @throws FootnoteError `invalid_request` naming the line */
export function parseLines<S extends z.ZodType>(text: string, file: string, schema: S) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parseJson(line, `${file}, line ${index + 1}`, schema)],
    );
}

/** The value of a JSON text. @throws FootnoteError `invalid_request` naming `where` */
export function parseJson<S extends z.ZodType>(text: string, where: string, schema: S): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FootnoteError('invalid_request', `${where} is no JSON.`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
  throw new FootnoteError('invalid_request', `${where}, "${path.join('.')}": ${message}`, {
    cause: parsed.error,
  });
}
