import type { BlockKind } from './document.js';
import type { Span } from './span.js';

/** The smallest thing that is quoted. It lies inside one block and inside one passage. */
export interface Sentence extends Span {
  readonly kind: BlockKind;
}

/**
 * A contiguous span of one document that is embedded and retrieved. The passages of a document
 * are in text order, do not overlap, and together hold every non-blank character of it.
 */
export interface Passage extends Span {
  /** `<documentId>#<ordinal>`. */
  readonly id: string;
  readonly documentId: string;
  /** Position in the document, from 0. */
  readonly ordinal: number;
  /** Headings that govern the passage, outermost first, without the document's title. */
  readonly headings: readonly string[];
  /** In text order, without overlap; together they hold every non-blank character of the passage. */
  readonly sentences: readonly Sentence[];
}
