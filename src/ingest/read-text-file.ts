import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { InvalidDocument } from './invalid-document.js';

const MEBIBYTE = 1024 * 1024;
/** Larger files are refused: they are data rather than documents, and would hold up every build. */
export const FILE_SIZE_LIMIT_BYTES = 50 * MEBIBYTE;

/**
 * Reads a text file: UTF-8 with or without a byte order mark, or UTF-16 with one. Line ends become LF.
 * @throws InvalidDocument where the file cannot be read, is too large, or is not text.
 */
export async function readTextFile(path: string): Promise<string> {
  const text = decode(await readBytes(path)).replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new InvalidDocument(
      'The file holds NUL characters, so it is not plain text.',
      'Save it as UTF-8 text, or take it out of the corpus folder if it is not text at all.',
      lineAt(text, nul),
    );
  }
  return text;
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > FILE_SIZE_LIMIT_BYTES) {
      throw new InvalidDocument(
        `The file has ${Math.ceil(size / MEBIBYTE)} MiB; at most ${FILE_SIZE_LIMIT_BYTES / MEBIBYTE} MiB are read.`,
        'Cut it into several documents.',
      );
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof InvalidDocument) throw cause;
    throw new InvalidDocument(
      `The file cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
      'Check that it still exists and that its permissions let you read it.',
    );
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  throw new InvalidDocument(
    'The file is not UTF-8 text.',
    'Save it again with the encoding UTF-8, or take it out of the corpus folder if it is not text.',
    firstLineNotUtf8(bytes),
  );
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidDocument(
      'The file begins as UTF-16 text but is damaged further on.',
      'Save it again with the encoding UTF-8.',
    );
  }
}

function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
    line++;
  }
  return line;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
