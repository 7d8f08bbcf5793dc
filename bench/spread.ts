import { percentile } from '../eval/metrics/percentile.js';
import { median } from './median.js';

/** Middle and tail of what was measured. */
export interface Spread {
  /** How many values there are. */
  readonly repeats: number;
  readonly median: number;
  /** Null below 20 values, where it would be the greatest of them. */
  readonly p95: number | null;
  /** Null below 100 values. */
  readonly p99: number | null;
}

/** @throws Error without values: a measure that measured nothing must not pass for one. */
export function spreadOf(values: readonly number[]): Spread {
  const middle = median(values);
  if (middle === null) throw new Error('Nothing was measured: the series has no values.');
  const tail = (percent: number) =>
    values.length * (100 - percent) < 100 ? null : percentile(values, percent);
  return { repeats: values.length, median: middle, p95: tail(95), p99: tail(99) };
}
