/**
 * The smallest value that at least `percent` of the values do not exceed (nearest rank: the value at
 * ⌈percent / 100 · n⌉ of the ordered values). Null without values.
 * @param percent Above 0, up to 100.
 */
export function percentile(values: readonly number[], percent: number): number | null {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.ceil((percent / 100) * ordered.length) - 1] ?? null;
}
