import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import type { ParsedDocument } from './document-format.js';
import { InvalidDocument } from './invalid-document.js';
import { statedFacts } from './metadata-values.js';
import { plainBlocks } from './plain-text.js';
import { unreadable } from './read-bytes.js';
import { detectEncoding, openDecoder } from './text-encoding.js';

/** One line of a file of records: what it holds, or what is wrong with it. */
export interface ParsedRecord {
  /** Counted from 1. */
  readonly line: number;
  readonly parsed: ParsedDocument | InvalidDocument;
  /** What tells it from the others of its file, as stable as the file makes it. */
  readonly key: string;
}

/** Characters of one line at most, so that a file without line ends cannot fill the memory. */
export const LINE_LIMIT = 10_000_000;
const KEY_LIMIT = 120;
const JSON_LINES_REMEDY =
  'Write one JSON object a line, for instance {"title": "…", "text": "…", "metadata": {"author": "…"}}.';

/**
 * The records of a file of JSON Lines, one after the other, in memory one line at a time. A record is an object with a `text`, and
 * may have a `title`, an `id` and `metadata`. It is told apart by its `id`, else by its title, else by its line, so that an edit of one leaves the others be.
 * @throws InvalidDocument where the file as a whole cannot be read
 */
export async function* readRecords(path: string): AsyncGenerator<ParsedRecord> {
  const seen = new Map<string, number>();
  for await (const { line, text } of linesOf(path)) {
    if (text === null) {
      const parsed = new InvalidDocument(
        `The line has over ${LINE_LIMIT} characters.`,
        'Cut the document into several.',
        line,
      );
      yield { line, parsed, key: String(line) };
    } else if (text.trim() !== '') {
      const { key, parsed } = parseRecord(text, line, basename(path, extname(path)));
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      yield { line, parsed, key: times === 1 ? key : `${key}-${times}` };
    }
  }
}

function parseRecord(source: string, line: number, fileName: string): Omit<ParsedRecord, 'line'> {
  const fail = (message: string) => ({
    key: String(line),
    parsed: new InvalidDocument(message, JSON_LINES_REMEDY, line),
  });
  let record: unknown;
  try {
    record = JSON.parse(source);
  } catch {
    return fail('The line is not valid JSON.');
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return fail('The line is not a JSON object.');
  const { id, text, metadata, ...rest } = record as Record<string, unknown>;
  if (typeof text !== 'string') return fail('The record has no "text", or one that is not a text.');
  if (metadata !== undefined && metadata !== null && typeof metadata !== 'object')
    return fail('The "metadata" of the record is not an object.');
  const facts = statedFacts([...Object.entries(metadata ?? {}), ...Object.entries(rest)]);
  const named = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  const key = (named || facts.title || String(line)).slice(0, KEY_LIMIT);
  return {
    key,
    parsed: {
      title: facts.title ?? (named || `${fileName}, line ${line}`),
      metadata: facts.metadata,
      blocks: plainBlocks(text.replace(/\r\n?/g, '\n').replaceAll('\0', '')),
    },
  };
}

/** The lines of a text file, without their ends; null for one over the limit. */
async function* linesOf(path: string): AsyncGenerator<{ line: number; text: string | null }> {
  let decoder: ReturnType<typeof openDecoder> | undefined;
  let line = 1;
  let rest: string | null = '';
  const take = (piece: string) => {
    if (rest !== null) rest = rest.length + piece.length > LINE_LIMIT ? null : rest + piece;
  };
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      let bytes = chunk as Buffer;
      if (decoder === undefined) {
        const encoding = detectEncoding(bytes);
        if (encoding === undefined) throw damaged(line);
        decoder = openDecoder(encoding.name);
        bytes = bytes.subarray(encoding.markBytes);
      }
      const pieces = decoder.write(bytes).split('\n');
      for (const [at, piece] of pieces.entries()) {
        take(piece);
        if (at === pieces.length - 1) break;
        yield { line: line++, text: rest };
        rest = '';
      }
    }
    take(decoder?.end() ?? '');
    yield { line, text: rest };
  } catch (cause) {
    if (cause instanceof InvalidDocument) throw cause;
    throw cause instanceof TypeError ? damaged(line) : unreadable(cause);
  }
}

function damaged(line: number): InvalidDocument {
  return new InvalidDocument(
    'The file is not text from here on.',
    'Save it again with the encoding UTF-8.',
    line,
  );
}
