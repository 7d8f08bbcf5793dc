import type { SourceDocument } from './document.js';
import type { Passage, Sentence } from './passage.js';

/** An id with its score; higher is better. */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** A document without its text and blocks. */
export type DocumentHeader = Omit<SourceDocument, 'text' | 'blocks'>;

/** A sentence as the reader sees it. */
export interface StoredSentence extends Sentence {
  readonly text: string;
  /** Unit-length vector of the sentence alone, embedded as a passage is; precise to about 0.01 per component. */
  readonly vector: Float32Array;
}

/** A passage with all that reading it needs. */
export interface StoredPassage extends Omit<Passage, 'sentences'> {
  readonly text: string;
  readonly document: DocumentHeader;
  readonly sentences: readonly StoredSentence[];
}

/** Documents of which all of this holds. A list means any of its values. Dates are inclusive ISO 8601. */
export interface MetadataFilter {
  readonly documentId?: readonly string[];
  readonly author?: readonly string[];
  readonly publisher?: readonly string[];
  readonly language?: readonly string[];
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  /** Any of the document's tags is one of these, whatever their case. */
  readonly tag?: readonly string[];
  /** Further metadata, by key; all keys must hold. */
  readonly other?: Readonly<Record<string, readonly string[]>>;
  /** Path below the corpus folder: a file, a folder (all below it), or a pattern with `*`, `**` and `?`. */
  readonly path?: readonly string[];
}

/** Reads what the index holds. Unknown ids are left out of lists. */
export interface PassageStore {
  documents(): Promise<readonly DocumentHeader[]>;
  document(id: string): Promise<SourceDocument | undefined>;
  /** In the order of `ids`. */
  passages(ids: readonly string[]): Promise<readonly StoredPassage[]>;
}

/** Nearest neighbours by cosine. Ties end on the smaller passage id. */
export interface VectorIndex {
  search(vector: Float32Array, limit: number, filter?: MetadataFilter): Promise<readonly Scored[]>;
}

/** BM25 over the terms of passages. Ties end on the smaller passage id. */
export interface LexicalIndex {
  /** Passages holding at least one of the terms, best first; terms joined by a blank count as one where they follow each other. */
  search(
    terms: readonly string[],
    limit: number,
    filter?: MetadataFilter,
  ): Promise<readonly Scored[]>;
  /** In how many passages each term stands; a term in none is absent. */
  documentFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Number of passages. */
  readonly size: number;
}

/** How many of each the index holds. */
export interface IndexCounts {
  readonly documents: number;
  readonly passages: number;
  readonly sentences: number;
}

/** An opened, checked, read-only index. */
export interface SearchIndex {
  /** Names exactly what was indexed and how: two indexes with one fingerprint answer alike. */
  readonly fingerprint: string;
  readonly counts: IndexCounts;
  readonly store: PassageStore;
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
  close(): Promise<void>;
}
