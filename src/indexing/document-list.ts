import type { SourceDocument } from '../domain/document.js';
import { FootnoteError } from '../errors.js';
import type { DocumentSource } from './document-source.js';
import { documentDigest } from './fingerprint.js';

/**
 * Documents that are in memory already, in any order.
 * @throws FootnoteError `corpus_invalid` with two of one id
 */
export function documentList(documents: readonly SourceDocument[]): DocumentSource {
  const byId = new Map<string, SourceDocument>();
  for (const document of documents) {
    const before = byId.get(document.id);
    if (before !== undefined)
      throw new FootnoteError(
        'corpus_invalid',
        `Each document needs an id of its own, and both ${before.path} and ${document.path} have "${document.id}". Rename one.`,
      );
    byId.set(document.id, document);
  }
  return {
    leavesDoublesOut: false,
    list: async () => ({
      files: [...byId.values()]
        .map(({ id, text }) => ({ path: id, bytes: text.length, modifiedMs: null }))
        .sort((a, b) => (`${a.path}#` < `${b.path}#` ? -1 : 1)),
      problems: [],
    }),
    digest: async (path) => {
      const document = byId.get(path);
      return document === undefined ? undefined : documentDigest(document);
    },
    load: async function* (path) {
      const document = byId.get(path);
      if (document !== undefined) yield { document };
    },
    nothing: () =>
      new FootnoteError(
        'corpus_invalid',
        'An index needs at least one document and there is none. Put documents into the corpus folder.',
      ),
  };
}
