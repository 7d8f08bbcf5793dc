import type { SourceDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';
import type { PackedVector } from './sentence-vector.js';

/** A passage on its way into the index. */
export interface PlannedPassage {
  readonly document: Pick<SourceDocument, 'title' | 'text'>;
  /** Row of the document. */
  readonly documentRow: number;
  readonly passage: Passage;
  readonly row: number;
  /** What is embedded for it: its text with title and headings. */
  readonly contextualText: string;
  /** Its part of the bytes of its file, for the bar that shows how far a build is. */
  readonly bytes: number;
}

/** A passage with its vectors. */
export interface EmbeddedPassage extends PlannedPassage {
  /** Digest of `contextualText`. */
  readonly key: Buffer;
  readonly vector: Float32Array;
  /** One a sentence: digest of its text, and its vector. */
  readonly sentences: readonly { readonly key: Buffer; readonly packed: PackedVector }[];
}

/** The text of a passage or of a sentence in it. */
export function textOf(
  { document }: Pick<PlannedPassage, 'document'>,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return document.text.slice(start, end);
}
