/** One over the rank, from 1, of the first relevant id among the first `depth` of a ranking; 0 where none is there. Null where nothing is relevant. */
export function reciprocalRank(
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
  depth: number,
): number | null {
  if (relevant.size === 0) return null;
  const place = ranking.slice(0, depth).findIndex((id) => relevant.has(id));
  return place === -1 ? 0 : 1 / (place + 1);
}
