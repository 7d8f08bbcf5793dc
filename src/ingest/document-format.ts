import type { DocumentMetadata } from '../domain/document.js';
import type { BlockDraft } from './canonical-text.js';

/** What a format finds in a file. */
export interface ParsedDocument {
  /** Title the file states about itself, or null. */
  readonly title: string | null;
  readonly metadata: DocumentMetadata;
  readonly blocks: readonly BlockDraft[];
}

/** Reads one kind of file. A further format is one more file like this and one line in `formats.ts`. */
export interface DocumentFormat {
  /** What a person calls the format. */
  readonly name: string;
  /** Lower-case extensions with their dot. */
  readonly extensions: readonly string[];
  /**
   * @param text the decoded file: no byte order mark, no NUL, lines ended by LF alone
   * @throws InvalidDocument
   */
  parse(text: string): ParsedDocument;
}

/** What is known about a document that says nothing about itself. */
export const NO_METADATA: DocumentMetadata = {
  author: null,
  publisher: null,
  published: null,
  url: null,
  language: null,
  licence: null,
  other: {},
};
