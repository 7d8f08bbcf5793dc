import { isUtf8 } from 'node:buffer';
import { InvalidDocument } from './invalid-document.js';
import { detectEncoding, openDecoder } from './text-encoding.js';

/** A text with what it was encoded in, where that had to be guessed. */
export interface DecodedText {
  /** Without byte order mark and NUL, lines ended by LF alone. */
  readonly text: string;
  readonly guessed: string | null;
}

/**
 * The text of a whole file in whatever encoding it is written.
 * @param declared what the file says it is encoded in
 * @throws InvalidDocument where it is not text, or damaged
 */
export function decodeText(bytes: Buffer, declared?: string): DecodedText {
  const encoding = detectEncoding(bytes, declared);
  if (encoding === undefined) throw notText(bytes);
  const text = decoded(bytes.subarray(encoding.markBytes), encoding.name, bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw holdsNul(lineAt(text, nul));
  return {
    text: text.replace(/\r\n?/g, '\n'),
    guessed: encoding.guessed ? encoding.name : null,
  };
}

function decoded(bytes: Buffer, name: string, whole: Buffer): string {
  try {
    const decoder = openDecoder(name);
    const text = decoder.write(bytes) + decoder.end();
    // UTF-8 and UTF-16 may say U+FFFD themselves; elsewhere it stands for bytes that mean nothing.
    if (/^utf-(?:8|16)/.test(name) || !text.includes('\ufffd')) return text;
    throw damaged(name, lineAt(text, text.indexOf('\ufffd')));
  } catch (cause) {
    if (cause instanceof InvalidDocument) throw cause;
    throw name === 'utf-8' ? notText(whole) : damaged(name, null);
  }
}

function notText(bytes: Buffer): InvalidDocument {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return holdsNul(lineAt(bytes.toString('latin1'), nul));
  return new InvalidDocument(
    'The file is neither UTF-8 text nor text in any other encoding that can be told for sure.',
    'Save it again with the encoding UTF-8, or take it out of the corpus folder if it is not text.',
    firstLineNotUtf8(bytes),
  );
}

function holdsNul(line: number): InvalidDocument {
  return new InvalidDocument(
    'The file holds NUL characters, so it is not plain text.',
    'Save it as UTF-8 text, or take it out of the corpus folder if it is not text at all.',
    line,
  );
}

function damaged(encoding: string, line: number | null): InvalidDocument {
  return new InvalidDocument(
    `The file begins as ${encoding.toUpperCase()} text but is damaged further on.`,
    'Save it again with the encoding UTF-8.',
    line,
  );
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
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}
