import type { Span } from './span.js';

/** What a stretch of a document is. Only `heading` is never quoted as an answer of its own accord. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'caption'
  | 'quotation'
  | 'table'
  | 'code';

/** A structural unit of the canonical text. Blocks are in text order, do not overlap, and hold every non-blank character. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1 (title) to 6 for a heading, 0 for every other kind. */
  readonly level: number;
}

/** What is known about a document besides its text. Absent values are null, never an empty string. */
export interface DocumentMetadata {
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601 date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47 tag, for instance `en` or `ko-KR`. */
  readonly language: string | null;
  readonly licence: string | null;
  /** What it is filed under, as written; absent where nothing is said. */
  readonly tags?: readonly string[] | undefined;
  /** Every other front-matter value, as the text a person would read. */
  readonly other: Readonly<Record<string, string>>;
}

/** One source with one canonical text. */
export interface SourceDocument {
  /** Stable and URL-safe: letters, digits, `-`, `_`, `.` and `/` of the path below the corpus folder, without its extension. */
  readonly id: string;
  readonly title: string;
  /** The canonical text: what spans point into and what quotes are compared with. */
  readonly text: string;
  /** `sha256-` and the lower-case hexadecimal SHA-256 of the UTF-8 canonical text. */
  readonly hash: string;
  readonly metadata: DocumentMetadata;
  readonly blocks: readonly Block[];
  /**
   * Where each page of the source begins in the text, the first page first, ascending; an empty page begins where
   * the next does. Absent where the source has no pages.
   */
  readonly pageStarts?: readonly number[];
  /** Path below the corpus folder, with `/` between its parts. */
  readonly path: string;
}
