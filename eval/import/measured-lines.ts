import { bootstrapInterval } from '../metrics/bootstrap.js';
import { mean } from '../metrics/mean.js';
import type { Measured } from '../summarise.js';

/** A figure with its name, as it is printed and saved. */
export interface MeasuredLine extends Measured {
  readonly label: string;
  readonly unit: 'share' | 'score' | 'ms';
}

/** A statistic of items with its 95 % bootstrap interval. */
export function measuredLine<T>(
  label: string,
  items: readonly T[],
  statistic: (sample: readonly T[]) => number | null,
  unit: MeasuredLine['unit'] = 'share',
): MeasuredLine {
  const value = statistic(items);
  const interval = value === null ? null : bootstrapInterval(items, statistic);
  return {
    label,
    unit,
    value,
    count: items.length,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

/** The mean of the values that are there. */
export function meanLine(
  label: string,
  values: readonly (number | null)[],
  unit: MeasuredLine['unit'] = 'share',
): MeasuredLine {
  const there = values.filter((value) => value !== null);
  return measuredLine(label, there, mean, unit);
}
