import type { SourceDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';
import { FootnoteError } from '../errors.js';
import { sha256 } from './file-digest.js';
import type { Splitting } from './splitting.js';

/**
 * The passages of a document in the order of their ids.
 * @throws FootnoteError `document_invalid` where the text does not fit its hash; `index_write_failed`
 * where it holds what no file can: half of a surrogate pair.
 */
export async function planDocument(
  document: SourceDocument,
  splitting: Splitting,
): Promise<readonly Passage[]> {
  const hash = `sha256-${sha256(document.text)}`;
  if (document.hash !== hash)
    throw new FootnoteError(
      'document_invalid',
      `The hash of ${document.path} should be ${hash}, that of its text, and is ${document.hash}. Load the document again.`,
      { details: { file: document.path } },
    );
  if (Buffer.from(document.text).toString() !== document.text)
    throw new FootnoteError(
      'index_write_failed',
      `The text of ${document.path} would not read back as it was: it holds half of a surrogate pair. Take that out.`,
      { details: { file: document.path } },
    );
  return [...(await splitting.split(document))].sort((a, b) => (a.id < b.id ? -1 : 1));
}
