import type { DocumentMetadata } from '../domain/document.js';
import type { BlockDraft } from './canonical-text.js';

/** What a format finds in a file, or in one record of it. */
export interface ParsedDocument {
  /** Title the file states about itself, or null. */
  readonly title: string | null;
  readonly metadata: DocumentMetadata;
  readonly blocks: readonly BlockDraft[];
  /** Where the source has pages: how many. Its blocks then say where each begins. */
  readonly pageCount?: number;
  /** What was left out although the rest is read, for the person who owns the file. */
  readonly omissions?: readonly Omission[];
}

export interface Omission {
  readonly message: string;
  readonly remedy: string;
}

/** Reads one kind of file. A further format is one more file like this and one line in `formats.ts`. */
export interface DocumentFormat {
  /**
   * @param bytes the whole file
   * @throws InvalidDocument
   */
  parse(bytes: Buffer): ParsedDocument | Promise<ParsedDocument>;
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

/** The metadata with an encoding that had to be guessed, so that whoever reads odd letters finds out why. */
export function withEncoding(
  metadata: DocumentMetadata = NO_METADATA,
  guessed: string | null,
): DocumentMetadata {
  if (guessed === null) return metadata;
  return { ...metadata, other: { ...metadata.other, encoding: guessed } };
}
