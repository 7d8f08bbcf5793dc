import { FootnoteError } from '../src/errors.js';
import { EXACT_FIGURES, FIGURES } from './figures.js';
import { mcnemar } from './metrics/mcnemar.js';
import {
  isBeyondChance,
  type PairedDifference,
  pairedDifference,
} from './metrics/paired-difference.js';
import type { Result } from './result-file.js';

/** A guarded figure in two results. */
export interface Change {
  readonly name: string;
  readonly label: string;
  readonly before: number;
  /** Null where it is no longer measured. */
  readonly after: number | null;
}

export interface Comparison {
  /** Figures that are worse by more than the tolerance, or no longer measured. */
  readonly worse: readonly Change[];
  /** Figures that are better by more than the tolerance. */
  readonly better: readonly Change[];
  readonly moreErrors: number;
  /** Ids of questions that were right and are not, and the other way round. */
  readonly lost: readonly string[];
  readonly won: readonly string[];
  /** The chance, 0 to 1, of flips as uneven as these if neither were better. */
  readonly chance: number;
  /** Measures of single questions whose mean differs by more than chance. */
  readonly beyondChance: readonly MeanChange[];
}

/** The paired difference of a measure. */
export interface MeanChange extends PairedDifference {
  readonly name: string;
  readonly label: string;
}

/**
 * Sets a result beside an earlier one on the same questions.
 * @param tolerance How much worse a figure may be, 0 to 1; `verbatim` and `grounded` may not be worse at all.
 * @throws FootnoteError `invalid_request` where the questions differ.
 */
export function compare(before: Result, after: Result, tolerance: number): Comparison {
  if (before.questions !== after.questions)
    throw new FootnoteError(
      'invalid_request',
      `The baseline is of ${before.dataset}/${before.split} on other questions than ${after.dataset}/${after.split} has now. Save a new one with --save.`,
    );
  const worse: Change[] = [];
  const better: Change[] = [];
  for (const { name, label, better: direction } of FIGURES) {
    const was = before.overall[name]?.value ?? null;
    if (direction === null || was === null) continue;
    const change = { name, label, before: was, after: after.overall[name]?.value ?? null };
    const gain =
      change.after === null ? null : (change.after - was) * (direction === 'higher' ? 1 : -1);
    const allowed = (EXACT_FIGURES.has(name) ? 0 : tolerance) + 1e-9;
    if (gain === null || gain < -allowed) worse.push(change);
    else if (gain > allowed) better.push(change);
  }
  const flipped = (from: boolean) =>
    Object.keys(after.outcomes).filter(
      (id) => before.outcomes[id]?.right === from && after.outcomes[id]?.right !== from,
    );
  const [lost, won] = [flipped(true), flipped(false)];
  return {
    worse,
    better,
    moreErrors: Math.max(0, after.errors - before.errors),
    lost,
    won,
    chance: mcnemar(lost.length, won.length),
    beyondChance: meanChanges(before, after).filter(isBeyondChance),
  };
}

/** How the measures of single questions differ between two results, each over the questions both have it of. */
export function meanChanges(before: Result, after: Result): MeanChange[] {
  return FIGURES.flatMap(({ name, label, measure }) => {
    if (measure === null) return [];
    const changed = pairedDifference(valuesOf(before, name), valuesOf(after, name));
    return changed === null ? [] : [{ name, label, ...changed }];
  });
}

function valuesOf({ outcomes }: Result, name: string): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(outcomes).flatMap(([id, { values }]) => {
      const value = values?.[name] ?? null;
      return value === null ? [] : [[id, value] as const];
    }),
  );
}

/** Whether a change must not pass: a figure is worse, or more requests fail. */
export function isWorse(comparison: Comparison): boolean {
  return comparison.worse.length > 0 || comparison.moreErrors > 0;
}
