/**
 * Exact two-sided McNemar test (McNemar 1947, with the binomial distribution of the flips): the chance that flips fall at
 * least as unevenly as they did if neither side were better, min(1, 2 · Σ_{i ≤ min(lost, won)} C(n, i) / 2^n) with n = lost + won.
 * 1 without a flip. Below 0.05 a difference is commonly taken for more than chance.
 * @param lost Questions right before and wrong after.
 * @param won Questions wrong before and right after.
 */
export function mcnemar(lost: number, won: number): number {
  const flips = lost + won;
  let logTerm = -flips * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let i = 1; i <= Math.min(lost, won); i++) {
    logTerm += Math.log(flips - i + 1) - Math.log(i);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
