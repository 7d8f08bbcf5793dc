import { type Claimed, withTiesAveraged } from './calibration-error.js';

/**
 * Area under the risk-coverage curve: answers ordered from the most to the least confident, the mean
 * over k of the share wrong among the first k, 0 (best) to 1 (Geifman, Uziel and El-Yaniv 2019). Answers of one confidence
 * count as the mean of them all. Null without answers.
 */
export function riskCoverageArea(claims: readonly Claimed[]): number | null {
  const risks = riskAtEach(claims);
  return risks.length === 0 ? null : risks.reduce((sum, risk) => sum + risk, 0) / risks.length;
}

/**
 * The largest share of all questions that can be answered, most confident first, while at most `risk` of the answers are
 * wrong: max k / questions with risk(k) <= risk (El-Yaniv and Wiener 2010). 0 where even the first is too risky.
 * @param questions All questions asked, abstentions included; at least as many as answers.
 */
export function coverageAtRisk(
  claims: readonly Claimed[],
  questions: number,
  risk: number,
): number | null {
  if (questions === 0) return null;
  return (riskAtEach(claims).findLastIndex((one) => one <= risk + 1e-12) + 1) / questions;
}

/** What comes of answering only from this confidence on. */
export interface RiskCoveragePoint {
  readonly confidence: number;
  /** Share of all questions answered then. */
  readonly coverage: number;
  /** Share of those answers that is wrong. */
  readonly risk: number;
}

/**
 * The risk-coverage curve (El-Yaniv and Wiener 2010): one point for each confidence that was claimed, from the highest to
 * the lowest.
 * @param questions All questions asked, abstentions included; at least as many as answers.
 */
export function riskCoverageCurve(
  claims: readonly Claimed[],
  questions: number,
): RiskCoveragePoint[] {
  const ordered = withTiesAveraged(claims);
  return riskAtEach(claims).flatMap((risk, index) => {
    const { confidence } = ordered[index] as (typeof ordered)[number];
    const isLast = ordered[index + 1]?.confidence !== confidence;
    return isLast ? [{ confidence, coverage: (index + 1) / questions, risk }] : [];
  });
}

function riskAtEach(claims: readonly Claimed[]): number[] {
  let wrong = 0;
  return withTiesAveraged(claims).map(({ correct }, index) => {
    wrong += 1 - correct;
    return wrong / (index + 1);
  });
}
