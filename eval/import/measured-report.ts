import type { MeasuredLine } from './measured-lines.js';

/** What was measured on a public set. */
export interface MeasuredReport {
  /** The folder or file, as it was named. */
  readonly set: string;
  readonly documents: number;
  readonly asked: number;
  /** ISO 8601. */
  readonly begun: string;
  readonly figures: readonly MeasuredLine[];
  /** What came of each question, so that every figure can be computed again elsewhere. */
  readonly questions: readonly Readonly<Record<string, unknown>>[];
}
