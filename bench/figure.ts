import { type Ratio, ratioOf } from './ratio.js';
import { type Spread, spreadOf } from './spread.js';

/** `share` is a number from 0 to 1. */
export type Unit = 'ms' | 'bytes' | 'perSecond' | 'share';

/** What a measure found in each round. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** A bound that the ratio, or the median itself, should keep. It is printed and never stops anything. */
export interface Goal {
  readonly of: 'ratio' | 'median';
  readonly bound: 'atMost' | 'atLeast';
  readonly limit: number;
}

/** Something measured, beside a floor or a peer that was measured in the same rounds. */
export interface Measurement extends Series {
  readonly unit: Unit;
  readonly beside?: Series;
  readonly goal?: Goal;
}

/** A measurement in figures. */
export interface Figure extends Measurement, Spread {
  /** Spread of `beside`; null where nothing stands beside it. */
  readonly besideSpread: Spread | null;
  /** The median over the median of `beside`. */
  readonly ratio: Ratio | null;
  /** Null without a goal. */
  readonly reached: boolean | null;
}

/** @throws Error where there is nothing measured, or the two series are of different rounds. */
export function figureOf(measurement: Measurement): Figure {
  const { values, beside, goal } = measurement;
  const spread = spreadOf(values);
  const ratio = beside === undefined ? null : ratioOf(values, beside.values);
  const judged = goal?.of === 'ratio' ? (ratio?.value ?? Number.NaN) : spread.median;
  return {
    ...measurement,
    ...spread,
    besideSpread: beside === undefined ? null : spreadOf(beside.values),
    ratio,
    reached: goal === undefined ? null : keeps(judged, goal),
  };
}

function keeps(value: number, { bound, limit }: Goal): boolean {
  return bound === 'atMost' ? value <= limit : value >= limit;
}
