import { terms } from '../analysis/terms.js';
import type { LexicalQuery, WeightedTerm } from '../domain/retriever.js';
import type { LexicalIndex } from '../domain/search-index.js';

/** Pairs looked for at most: a question has fewer, and each costs a look at two lists of passages. */
const MOST_PAIRS = 32;

/** BM25's k1 + 1: what a term's weight is multiplied with at most, however often it stands in a passage. */
const SATURATED = 2.2;

/**
 * What a query is to the lexical index: its terms, each with its weight, and its pairs of neighbouring
 * terms, which stand for names and fixed phrases. A term's weight is BM25's inverse document frequency,
 * `max(1e-6, ln((N - n + 0.5) / (n + 0.5)))` (Robertson and Spärck Jones), N passages, n of them with the term.
 */
export async function lexicalQuery(query: string, lexical: LexicalIndex): Promise<LexicalQuery> {
  const all = terms(query);
  const distinct = [...new Set(all)];
  const found = await lexical.documentFrequencies(distinct);
  const weighted = distinct.map((term): WeightedTerm => {
    const passages = found.get(term) ?? 0;
    return { term, passages, weight: rarity(passages, lexical.size) };
  });
  const pairs = new Set<string>();
  for (let next = 1; next < all.length && pairs.size < MOST_PAIRS; next++) {
    const [first, second] = [all[next - 1] ?? '', all[next] ?? ''];
    if (first !== second && found.has(first) && found.has(second)) pairs.add(`${first} ${second}`);
  }
  return { terms: weighted, pairs: [...pairs] };
}

/** The score that a passage full of every term of a query would get; above 0. */
export function fullScore({ terms: weighted }: LexicalQuery): number {
  return Math.max(
    1e-6,
    weighted.reduce((sum, { weight }) => sum + SATURATED * weight, 0),
  );
}

function rarity(passages: number, all: number): number {
  return Math.max(1e-6, Math.log((all - passages + 0.5) / (passages + 0.5)));
}
