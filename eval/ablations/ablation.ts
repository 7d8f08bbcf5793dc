import type { MeanChange } from '../compare.js';
import type { Summary } from '../summarise.js';

/** The engine without one part, beside the whole of it. */
export interface Ablation {
  readonly name: string;
  readonly label: string;
  readonly overall: Summary;
  readonly errors: number;
  /** Whether its times are its own: false where readings of passages were taken from an earlier variant. */
  readonly isTimed: boolean;
  /** Differences to the whole, each over the questions both have it of; none for the whole itself. */
  readonly changes: readonly MeanChange[];
  /** Questions that get another answer than from the whole, right or wrong. */
  readonly changed: number;
  /** Questions that are right with the whole only, with this variant only, and the chance of flips as uneven as that. */
  readonly lost: number;
  readonly won: number;
  readonly chance: number;
  /** That chance, adjusted for the number of variants looked at. */
  readonly adjusted: number;
}

/** What came of taking the engine apart; the whole of it comes first. */
export interface AblationReport {
  readonly dataset: string;
  readonly split: string;
  readonly questions: number;
  /** Of the whole. */
  readonly reader: string;
  /** ISO 8601. */
  readonly begun: string;
  readonly ablations: readonly Ablation[];
}
