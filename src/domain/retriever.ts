import type { MetadataFilter, Scored, StoredPassage } from './search-index.js';

/** What is searched for. */
export interface RetrievalRequest {
  readonly query: string;
  /** How many candidates at most, from 1. */
  readonly limit: number;
  readonly filter?: MetadataFilter;
  readonly signal?: AbortSignal;
  /** Whether the retrieval shall say how it came about. */
  readonly explain?: boolean;
}

/** A term of a query, in how many passages it stands and how much that makes it count. */
export interface WeightedTerm {
  readonly term: string;
  readonly passages: number;
  readonly weight: number;
}

/** A query as lexical search sees it. */
export interface LexicalQuery {
  readonly terms: readonly WeightedTerm[];
  /** Neighbouring terms, joined by a blank. */
  readonly pairs: readonly string[];
}

/** How a retrieval came about: the query as each stage saw it, and the whole ranking of each, best first. */
export interface RetrievalExplanation {
  /** What was embedded. */
  readonly query: string;
  readonly lexicalQuery: LexicalQuery;
  readonly dense: readonly Scored[];
  readonly lexical: readonly Scored[];
  readonly fused: readonly Scored[];
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
  /** Where it was asked for. */
  readonly explanation?: RetrievalExplanation;
}

export interface Retriever {
  retrieve(request: RetrievalRequest): Promise<Retrieval>;
}
