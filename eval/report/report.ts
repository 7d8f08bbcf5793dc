import type { Comparison } from '../compare.js';
import { type ConfidenceReport, confidenceReport } from '../confidence.js';
import type { Evaluation } from '../evaluate.js';
import type { GateOutcome } from '../held-against-gate.js';
import type { Deviation } from '../repeat.js';
import type { Result } from '../result-file.js';
import type { Finding } from './findings/finding.js';
import { headline, whatItShows } from './findings/what-it-shows.js';

/** Version of the JSON report; another number where a field changes its meaning or goes. */
export const REPORT_VERSION = 1;

/** What was asked of whom, and how. */
export interface About {
  readonly dataset: string;
  readonly split: Result['split'];
  /** What people call the target. */
  readonly target: string;
  /** When the run began, ISO 8601. */
  readonly begun: string;
  /** What else decides the figures, by name, as people read it. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What every form of report is made from. */
export interface Report {
  readonly about: About;
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly evaluation: Evaluation;
  readonly result: Result;
  readonly confidence: ConfidenceReport;
  /** Null where there is no baseline. */
  readonly comparison: Comparison | null;
  /** Null where no gate was asked for. */
  readonly gate: GateOutcome | null;
}

/** Joins an evaluation with what it is to be read beside. */
export function reportOf(
  evaluation: Evaluation,
  rest: Pick<Report, 'about' | 'result' | 'comparison' | 'gate'> & {
    /** What was seen of the service besides its answers. */
    readonly remarks: readonly string[];
    /** What differed when everything was asked again; null where it was not. */
    readonly deviations: readonly Deviation[] | null;
  },
): Report {
  const { remarks, deviations, ...beside } = rest;
  return {
    ...beside,
    evaluation,
    headline: headline(evaluation),
    findings: whatItShows(evaluation, remarks, deviations),
    confidence: confidenceReport(evaluation.judged),
  };
}
