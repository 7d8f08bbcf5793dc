import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { SourceDocument } from '../domain/document.js';
import { canonicalText } from './canonical-text.js';
import type { ParsedDocument } from './document-format.js';
import { documentId } from './document-id.js';
import { holdsRecords } from './formats.js';
import { type DocumentProblem, InvalidDocument } from './invalid-document.js';
import { entryFor, type Parse, parseHere } from './parse-here.js';
import { readBytes } from './read-bytes.js';
import { readRecords } from './read-records.js';

/** What reading a file gave: a document, or why there is none, or what of it was left out. */
export type Loaded = { readonly document: SourceDocument } | { readonly problem: DocumentProblem };

/**
 * Reads the documents of one file of the corpus, one at a time: most files hold one, a file of
 * records holds many. What is wrong with the file is given, not thrown; what comes after a fault
 * in one record is still read.
 * @param path below the corpus folder, with `/` between its parts
 * @param parse how whole files are parsed, such as in a thread of its own
 */
export async function* loadFile(
  corpusDir: string,
  path: string,
  parse: Parse = parseHere,
): AsyncGenerator<Loaded> {
  try {
    const extension = extname(path);
    if (holdsRecords(extension)) yield* loadRecords(corpusDir, path);
    else yield* loadWhole(corpusDir, path, extension, parse);
  } catch (cause) {
    yield refused(path, cause);
  }
}

async function* loadWhole(
  corpusDir: string,
  path: string,
  extension: string,
  parse: Parse,
): AsyncGenerator<Loaded> {
  const entry = entryFor(extension);
  const bytes = await readBytes(join(corpusDir, path), entry.sizeLimitBytes);
  const parsed = await parse(extension, bytes);
  const id = documentId(path, entry.bareId);
  yield { document: documentOf(parsed, id, path, basename(path, extension)) };
  for (const omission of parsed.omissions ?? [])
    yield { problem: { file: path, line: null, ...omission } };
}

async function* loadRecords(corpusDir: string, path: string): AsyncGenerator<Loaded> {
  for await (const { line, key, parsed } of readRecords(join(corpusDir, path))) {
    try {
      if (parsed instanceof InvalidDocument) throw parsed;
      const id = documentId(`${path}/${key.replaceAll('/', '-')}`, false);
      yield { document: documentOf(parsed, id, path, key) };
    } catch (cause) {
      yield refused(path, cause, line);
    }
  }
}

function documentOf(
  parsed: ParsedDocument,
  id: string,
  path: string,
  fallbackTitle: string,
): SourceDocument {
  const { text, blocks, pageStarts } = canonicalText(parsed.blocks, parsed.pageCount);
  if (text === '') {
    throw new InvalidDocument(
      'The file holds no text to be read.',
      'Write its text, or take it out of the corpus folder.',
    );
  }
  if (!text.isWellFormed()) {
    throw new InvalidDocument(
      'The text holds half of a character (a lone surrogate), which no encoding can write.',
      'Write the text out of its source again.',
    );
  }
  return {
    id,
    title: parsed.title ?? fallbackTitle,
    text,
    hash: `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`,
    metadata: parsed.metadata,
    blocks,
    path,
    ...(pageStarts === undefined ? {} : { pageStarts }),
  };
}

function refused(path: string, cause: unknown, ownLine: number | null = null): Loaded {
  if (!(cause instanceof InvalidDocument)) throw cause;
  const { line, message, remedy } = cause;
  return { problem: { file: path, line: line ?? ownLine, message, remedy } };
}
