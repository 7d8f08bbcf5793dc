import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { SourceDocument } from '../domain/document.js';
import { canonicalText } from './canonical-text.js';
import { documentId } from './document-id.js';
import { formatFor, SUPPORTED_EXTENSIONS } from './formats.js';
import { type DocumentProblem, InvalidDocument } from './invalid-document.js';
import { readTextFile } from './read-text-file.js';

/** What reading a file gave: a document, or why there is none. */
export type Loaded = { readonly document: SourceDocument } | { readonly problem: DocumentProblem };

/**
 * Reads the documents of one file of the corpus, one at a time: most files hold one, a file of
 * records holds many. What is wrong with the file is given, not thrown; what comes after a fault
 * in one record is still read.
 * @param path below the corpus folder, with `/` between its parts
 */
export async function* loadFile(corpusDir: string, path: string): AsyncGenerator<Loaded> {
  try {
    yield { document: await load(corpusDir, path) };
  } catch (cause) {
    if (!(cause instanceof InvalidDocument)) throw cause;
    const { line, message, remedy } = cause;
    yield { problem: { file: path, line, message, remedy } };
  }
}

async function load(corpusDir: string, path: string): Promise<SourceDocument> {
  const extension = extname(path);
  const format = formatFor(extension);
  if (format === undefined) {
    throw new InvalidDocument(
      `Files ${extension === '' ? 'without an extension' : `with the extension ${extension}`} are not read.`,
      `Turn it into one of ${SUPPORTED_EXTENSIONS.join(', ')}, or take it out of the corpus folder.`,
    );
  }
  const parsed = format.parse(await readTextFile(join(corpusDir, path)));
  const { text, blocks } = canonicalText(parsed.blocks);
  if (text === '') {
    throw new InvalidDocument(
      'The file holds no text to be read.',
      'Write its text, or take it out of the corpus folder.',
    );
  }
  return {
    id: documentId(path),
    title: parsed.title ?? basename(path, extension),
    text,
    hash: `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`,
    metadata: parsed.metadata,
    blocks,
    path,
  };
}
