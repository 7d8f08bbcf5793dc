import { bootstrapInterval } from '../eval/metrics/bootstrap.js';
import { median } from './median.js';

/** One median over another. `low` and `high` hold it with 95 % probability; null where the rounds are too few to say. */
export interface Ratio {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Fewer rounds than these say nothing about how far a ratio may be off. */
const LEAST_ROUNDS = 8;

/**
 * Ratio of the medians of two series that were measured in the same rounds. Rounds are drawn anew as
 * pairs, so a slow moment that hit both sides widens the interval little.
 * @returns Null without values, or where the median of `beside` is 0.
 * @throws Error where the series have not the same number of rounds.
 */
export function ratioOf(values: readonly number[], beside: readonly number[]): Ratio | null {
  if (values.length !== beside.length)
    throw new Error(
      `A ratio needs two series of the same rounds, and these have ${values.length} and ${beside.length}.`,
    );
  const pairs = values.map((value, round) => [value, beside[round] as number] as const);
  const value = medianRatio(pairs);
  if (value === null) return null;
  const interval = pairs.length < LEAST_ROUNDS ? null : bootstrapInterval(pairs, medianRatio);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null };
}

function medianRatio(pairs: readonly (readonly [number, number])[]): number | null {
  const above = median(pairs.map(([value]) => value));
  const below = median(pairs.map(([, beside]) => beside));
  return above === null || below === null || below === 0 ? null : above / below;
}
