import { areaUnderCurve } from '../../metrics/area-under-curve.js';
import { mean } from '../../metrics/mean.js';
import { type Finding, perCent } from './finding.js';
import type { Scored } from './scored.js';

/** Answers below which confidences cannot be judged. */
const LEAST_ANSWERS = 10;
/** How far claims and truth may lie apart before it is said. */
const APART = 0.15;
/** Below this chance that a right answer is the more confident one, confidence tells little; 0.5 is chance. */
const TELLING = 0.6;

/** Whether confidences come true, and whether they tell right answers from wrong ones. */
export function confidenceFindings(all: readonly Scored[]): Finding[] {
  const claims = all.flatMap(({ score: { confidence, right } }) =>
    confidence === null ? [] : [{ value: confidence, positive: right }],
  );
  if (claims.length < LEAST_ANSWERS) return [];
  const claimed = mean(claims.map(({ value }) => value)) ?? 0;
  const true_ = mean(claims.map(({ positive }) => Number(positive))) ?? 0;
  const caution = (text: string): Finding => ({ kind: 'caution', text, questions: [] });
  const findings: Finding[] = [];
  if (Math.abs(claimed - true_) > APART)
    findings.push(
      caution(
        `Its confidence is not to be relied on: answers claim ${perCent(claimed)} on average, and ${perCent(true_)} of them are right.`,
      ),
    );
  if (claims.every(({ value }) => value === claims[0]?.value))
    findings.push(
      caution(
        `All ${claims.length} answers claim the same confidence, which tells right ones from wrong ones in no way.`,
      ),
    );
  else if ((areaUnderCurve(claims) ?? 1) < TELLING)
    findings.push(caution('Right answers claim hardly more confidence than wrong ones.'));
  return findings;
}
