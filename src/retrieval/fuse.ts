import type { Scored } from '../domain/search-index.js';

/** Damps the weight of first places: the constant of Cormack, Clarke and Büttcher (SIGIR 2009). */
const RANK_CONSTANT = 60;

/** One id's fused score and its place (from 0) in each of the lists, null where a list does not hold it. */
export interface Fused extends Scored {
  readonly places: readonly (number | null)[];
}

/**
 * Reciprocal rank fusion: an id scores the sum over lists of `1 / (60 + rank)`, rank from 1.
 * Best first; equal scores are ordered by id.
 */
export function fuse(lists: readonly (readonly Scored[])[]): Fused[] {
  const places = new Map<string, (number | null)[]>();
  lists.forEach((list, which) => {
    list.forEach(({ id }, place) => {
      let known = places.get(id);
      if (known === undefined) {
        known = lists.map(() => null);
        places.set(id, known);
      }
      known[which] ??= place;
    });
  });
  return [...places]
    .map(([id, where]) => ({ id, places: where, score: reciprocalRankScore(where) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function reciprocalRankScore(places: readonly (number | null)[]): number {
  return places.reduce<number>(
    (sum, place) => (place === null ? sum : sum + 1 / (RANK_CONSTANT + place + 1)),
    0,
  );
}
