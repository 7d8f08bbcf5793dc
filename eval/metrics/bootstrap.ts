/** A range that holds the true value with the stated probability. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** Same seed, same interval. */
  readonly seed?: number;
  readonly resamples?: number;
  /** Above 0, below 1. */
  readonly level?: number;
}

/**
 * Percentile bootstrap interval of a statistic (Efron and Tibshirani 1993, ch. 13): the items are drawn anew with
 * replacement `resamples` times, and the middle `level` of the statistic's values is the interval. Resamples on which the
 * statistic is undefined are left out. Null where it is undefined on all of them.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number | null,
  { seed = 1, resamples = 1000, level = 0.95 }: BootstrapOptions = {},
): Interval | null {
  const random = mulberry32(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples; round++) {
    const sample = items.map(() => items[Math.floor(random() * items.length)] as T);
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))];
  const low = at((1 - level) / 2);
  const high = at((1 + level) / 2);
  return low === undefined || high === undefined ? null : { low, high };
}

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32, Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
