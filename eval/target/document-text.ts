import type { DocumentView } from '../../src/contract/document.js';

/** A document as far as quotes are checked with it. */
export type DocumentText = Pick<DocumentView, 'id' | 'title' | 'text' | 'hash'> & {
  /** Where it was published; null where that is not known. */
  readonly url: string | null;
};
