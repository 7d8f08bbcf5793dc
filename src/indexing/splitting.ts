import type { SourceDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';

/** How documents become passages, and what of a passage is embedded. */
export interface Splitting {
  /** Changes whenever the same document could be split, or a passage be embedded, in another way. */
  readonly policy: string;
  split(document: SourceDocument): readonly Passage[] | Promise<readonly Passage[]>;
  /** What is embedded for a passage with this text: the text with the title and headings above it. */
  contextualText(document: SourceDocument, passage: Passage, text: string): string;
}
