/**
 * Normalised discounted cumulative gain of the first `depth` of a ranking: Σ grade / log2(1 + rank), over that of the best
 * possible ranking (Järvelin and Kekäläinen 2002; gains linear in the grade, as trec_eval's `ndcg_cut`). What is not judged
 * has grade 0. Null where nothing is relevant.
 * @param ranking Best first, each id once.
 */
export function ndcg(
  ranking: readonly string[],
  grades: ReadonlyMap<string, number>,
  depth: number,
): number | null {
  const best = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const ideal = discounted(best.slice(0, depth));
  const found = ranking.slice(0, depth).map((id) => Math.max(0, grades.get(id) ?? 0));
  return ideal === 0 ? null : discounted(found) / ideal;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}
