import type { Judged } from './evaluate.js';
import { claims } from './figures.js';
import { type ReliabilityBin, reliabilityBins } from './metrics/calibration-error.js';
import {
  type RiskCoveragePoint,
  riskCoverageArea,
  riskCoverageCurve,
} from './metrics/risk-coverage.js';

/** What the confidences of an evaluation are worth. */
export interface ConfidenceReport {
  /** Area under the risk-coverage curve; null without answers. */
  readonly riskCoverageArea: number | null;
  readonly riskCoverage: readonly RiskCoveragePoint[];
  readonly reliability: readonly ReliabilityBin[];
}

/** Takes an unanswerable question that was answered as wrong; failed requests are left out. */
export function confidenceReport(judged: readonly Judged[]): ConfidenceReport {
  const scores = judged.flatMap((one) => one.score ?? []);
  const claimed = claims(scores);
  return {
    riskCoverageArea: riskCoverageArea(claimed),
    riskCoverage: riskCoverageCurve(claimed, scores.length),
    reliability: reliabilityBins(claimed),
  };
}
