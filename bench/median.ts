/** Middle value, or the mean of the middle two: with few rounds the lower one would flatter. Null without values. */
export function median(values: readonly number[]): number | null {
  const ordered = values.toSorted((a, b) => a - b);
  const above = ordered[Math.floor(ordered.length / 2)];
  const below = ordered[Math.ceil(ordered.length / 2) - 1];
  return above === undefined || below === undefined ? null : (above + below) / 2;
}
