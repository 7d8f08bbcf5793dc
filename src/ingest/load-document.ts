import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { SourceDocument } from '../domain/document.js';
import { canonicalText } from './canonical-text.js';
import { documentId } from './document-id.js';
import { formatFor, SUPPORTED_EXTENSIONS } from './formats.js';
import { InvalidDocument } from './invalid-document.js';
import { readTextFile } from './read-text-file.js';

/**
 * Reads one file of the corpus.
 * @param path below the corpus folder, with `/` between its parts
 * @throws InvalidDocument
 */
export async function loadDocument(corpusDir: string, path: string): Promise<SourceDocument> {
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
