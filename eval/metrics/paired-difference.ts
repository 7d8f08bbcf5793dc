import { bootstrapInterval, type Interval } from './bootstrap.js';
import { mean } from './mean.js';

/** How two systems differ on the questions both were measured on. */
export interface PairedDifference {
  /** Mean of after minus before. */
  readonly difference: number;
  /** 95 % bootstrap interval over questions. Where it leaves out 0, the difference is more than chance. */
  readonly interval: Interval;
  /** Questions compared. */
  readonly count: number;
}

/**
 * The mean difference of a measure over the same questions with its percentile bootstrap interval, question pairs being
 * drawn together (Efron and Tibshirani 1993; Koehn 2004 for comparing systems). Null without a question in both.
 * @param before Value by question id.
 */
export function pairedDifference(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): PairedDifference | null {
  const differences = [...after].flatMap(([id, value]) => {
    const was = before.get(id);
    return was === undefined ? [] : [value - was];
  });
  const difference = mean(differences);
  const interval = bootstrapInterval(differences, mean);
  return difference === null || interval === null
    ? null
    : { difference, interval, count: differences.length };
}

/** Whether a difference is more than chance: its interval leaves out 0. */
export function isBeyondChance({ interval: { low, high } }: PairedDifference): boolean {
  return low > 0 || high < 0;
}
