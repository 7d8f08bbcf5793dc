import { FIGURES, type Figure } from './figures.js';
import { bootstrapInterval, type Interval } from './metrics/bootstrap.js';
import type { Score } from './score.js';

/** A figure as measured. */
export interface Measured {
  /** Null where nothing was measured. */
  readonly value: number | null;
  /** How many measurements stand behind it. */
  readonly count: number;
  /** Ends of the 95 % bootstrap interval over questions; null without one. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Figures by name. */
export type Summary = Readonly<Record<string, Measured>>;

export interface SummaryOptions {
  /** Names of figures; all unless told. */
  readonly names?: readonly string[] | undefined;
  /** Whether figures get intervals, which take most of the time; they do unless told. */
  readonly intervals?: boolean | undefined;
}

/** Measures every figure, or those named, over the scores; intervals are the same in every run. */
export function summarise(
  scores: readonly Score[],
  { names, intervals = true }: SummaryOptions = {},
): Summary {
  const chosen = FIGURES.filter((figure) => names?.includes(figure.name) ?? true);
  return Object.fromEntries(
    chosen.map((figure) => {
      const value = figure.value(scores);
      const interval = value === null || !intervals ? null : intervalOf(figure, scores);
      const measured: Measured = {
        value,
        count: figure.count(scores),
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
      return [figure.name, measured];
    }),
  );
}

/** Drawing what questions add to a mean, summed up beforehand, is the same as drawing the questions, and much faster. */
function intervalOf({ measure, value }: Figure, scores: readonly Score[]): Interval | null {
  if (measure === null) return bootstrapInterval(scores, value);
  const added = scores.map((score) => {
    const values = measure(score);
    return { sum: values.reduce((sum, one) => sum + one, 0), count: values.length };
  });
  return bootstrapInterval(added, (sample) => {
    let [sum, count] = [0, 0];
    for (const one of sample) {
      sum += one.sum;
      count += one.count;
    }
    return count === 0 ? null : sum / count;
  });
}
