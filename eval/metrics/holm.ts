/**
 * Chances adjusted for having looked so many times (Holm 1979): ordered from the smallest, the i-th of n (from 0) is multiplied by
 * n - i, is no smaller than the one before it, and at most 1. Where an adjusted chance is below 5 %, the chance that any of
 * those told so is mere luck is below 5 %.
 * @param chances Each 0 to 1.
 * @returns In the order of `chances`.
 */
export function holmAdjusted(chances: readonly number[]): number[] {
  const order = chances.map((chance, place) => ({ chance, place }));
  order.sort((a, b) => a.chance - b.chance);
  const adjusted = [...chances];
  let least = 0;
  for (const [rank, { chance, place }] of order.entries()) {
    least = Math.max(least, Math.min(1, chance * (chances.length - rank)));
    adjusted[place] = least;
  }
  return adjusted;
}
