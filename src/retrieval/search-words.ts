import type { LexicalQuery } from '../domain/retriever.js';
import type { LexicalIndex, MetadataFilter, Scored } from '../domain/search-index.js';

/** What a pair counts beside a term as rare: at full weight questions are answered no better and Cranfield's abstracts found worse. */
const PAIR_WEIGHT = 0.5;

/**
 * Passages by BM25 over the terms of a query, and at half the weight over its pairs of terms. Best first; equal scores are
 * ordered by id.
 */
export async function searchWords(
  lexical: LexicalIndex,
  { terms, pairs }: LexicalQuery,
  depth: number,
  filter?: MetadataFilter,
): Promise<readonly Scored[]> {
  const [byTerms, byPairs] = await Promise.all([
    lexical.search(
      terms.map(({ term }) => term),
      depth,
      filter,
    ),
    pairs.length === 0 ? [] : lexical.search(pairs, depth, filter),
  ]);
  if (byPairs.length === 0) return byTerms;
  const scores = new Map(byTerms.map(({ id, score }) => [id, score]));
  for (const { id, score } of byPairs) {
    // A passage with a pair has its terms: one that the list of terms lacks comes last in it.
    const known = scores.get(id) ?? byTerms.at(-1)?.score ?? 0;
    scores.set(id, known + PAIR_WEIGHT * score);
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, depth);
}
