import type { SourceDocument } from '../domain/document.js';
import type { DocumentProblem } from './invalid-document.js';

/** What tells a document from all others. */
export type DocumentIdentity = Pick<SourceDocument, 'id' | 'hash' | 'path'>;

/** The documents met so far, so that none is taken twice; holds no texts. */
export interface KnownDocuments {
  /** Takes a document in, or says why it is left out: another has its text or its id. */
  add(document: DocumentIdentity): DocumentProblem | undefined;
}

/** Of two documents with the same text or the same id, the one met first stays. */
export function createKnownDocuments(): KnownDocuments {
  const pathOfHash = new Map<string, string>();
  const pathOfId = new Map<string, string>();
  return {
    add: ({ id, hash, path }) => {
      const sameText = pathOfHash.get(hash);
      if (sameText !== undefined)
        return {
          file: path,
          line: null,
          message: `Its text is the same as that of ${sameText}.`,
          remedy: 'Keep one of the two files.',
        };
      const sameId = pathOfId.get(id);
      if (sameId !== undefined)
        return {
          file: path,
          line: null,
          message: `Its id "${id}" is the same as that of ${sameId}.`,
          remedy: 'Rename one of the two files; ids leave extensions out.',
        };
      pathOfHash.set(hash, path);
      pathOfId.set(id, path);
      return undefined;
    },
  };
}
