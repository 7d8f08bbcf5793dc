import type { SourceDocument } from '../domain/document.js';
import type { DocumentProblem } from './invalid-document.js';

/** What tells a document from all others. */
export type DocumentIdentity = Pick<SourceDocument, 'id' | 'hash' | 'path'>;

/** The documents met so far, so that none is taken twice; holds no texts. */
export interface KnownDocuments {
  /** Takes a document in, or says why it is left out: another has its text or its id. */
  add(document: DocumentIdentity): DocumentProblem | undefined;
}

/**
 * Why a document is left out beside those that have its text or its id; undefined where none has.
 * @param sameText Path of the one with its text.
 * @param sameId Path of the one with its id.
 */
export function leftOut(
  { id, path }: Pick<DocumentIdentity, 'id' | 'path'>,
  sameText: string | undefined,
  sameId: string | undefined,
): DocumentProblem | undefined {
  if (sameText !== undefined)
    return {
      file: path,
      line: null,
      message: `Its text is the same as that of ${sameText}.`,
      remedy: 'Keep one of the two files.',
    };
  if (sameId !== undefined)
    return {
      file: path,
      line: null,
      message: `Its id "${id}" is the same as that of ${sameId}.`,
      remedy: 'Rename one of the two files; ids leave extensions out.',
    };
  return undefined;
}

/** Of two documents with the same text or the same id, the one met first stays. */
export function createKnownDocuments(): KnownDocuments {
  const pathOfHash = new Map<string, string>();
  const pathOfId = new Map<string, string>();
  return {
    add: (document) => {
      const { id, hash, path } = document;
      const problem = leftOut(document, pathOfHash.get(hash), pathOfId.get(id));
      if (problem !== undefined) return problem;
      pathOfHash.set(hash, path);
      pathOfId.set(id, path);
      return undefined;
    },
  };
}
