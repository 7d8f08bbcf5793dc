import type { MetadataFilter, StoredPassage } from './search-index.js';

/** What is searched for. */
export interface RetrievalRequest {
  readonly query: string;
  /** How many candidates at most, from 1. */
  readonly limit: number;
  readonly filter?: MetadataFilter;
  readonly signal?: AbortSignal;
}

/** Place and score of a passage in one retriever's list; rank counts from 1. */
export interface Ranking {
  readonly rank: number;
  readonly score: number;
}

/** A retrieved passage with where each retriever put it; null where a retriever did not return it. */
export interface Candidate extends Ranking {
  readonly passage: StoredPassage;
  readonly dense: Ranking | null;
  readonly lexical: Ranking | null;
}

/** What one retrieval gives. */
export interface Retrieval {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Unit-length vector of the query. */
  readonly queryVector: Float32Array;
}

export interface Retriever {
  retrieve(request: RetrievalRequest): Promise<Retrieval>;
}
