/** Share of the relevant ids among the first `depth` of a ranking, 0 to 1. Null where nothing is relevant. */
export function recallAt(
  ranking: readonly string[],
  relevant: ReadonlySet<string>,
  depth: number,
): number | null {
  if (relevant.size === 0) return null;
  return ranking.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}
