import type { Interval } from './bootstrap.js';

/** Standard normal quantile of 97.5 %. */
const Z = 1.959963984540054;

/**
 * Score interval of a share at 95 % (Wilson 1927): the shares p for which `successes` of `count` is no surprise,
 * (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Never empty and never beyond 0 and 1, unlike p̂ ± z √(p̂(1−p̂)/n).
 * @param count At least 1.
 */
export function wilsonInterval(successes: number, count: number): Interval {
  const share = successes / count;
  const square = Z ** 2 / count;
  const middle = share + square / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / count + square / (4 * count));
  return {
    low: Math.max(0, (middle - half) / (1 + square)),
    high: Math.min(1, (middle + half) / (1 + square)),
  };
}
