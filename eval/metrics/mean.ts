/** Arithmetic mean. Null without values, so that nothing measured never reads as 0. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
