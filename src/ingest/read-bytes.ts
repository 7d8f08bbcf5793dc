import { readFile, stat } from 'node:fs/promises';
import { InvalidDocument } from './invalid-document.js';

const MEBIBYTE = 1024 * 1024;

/**
 * The whole of a file.
 * @param limitBytes larger files are refused before anything of them is read
 * @throws InvalidDocument where it cannot be read or is too large
 */
export async function readBytes(path: string, limitBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > limitBytes) {
      throw new InvalidDocument(
        `The file has ${Math.ceil(size / MEBIBYTE)} MiB; at most ${limitBytes / MEBIBYTE} MiB are read.`,
        'Cut it into several documents.',
      );
    }
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof InvalidDocument ? cause : unreadable(cause);
  }
}

/** What to say of a file that the system will not give. */
export function unreadable(cause: unknown): InvalidDocument {
  return new InvalidDocument(
    `The file cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    'Check that it still exists and that its permissions let you read it.',
  );
}
