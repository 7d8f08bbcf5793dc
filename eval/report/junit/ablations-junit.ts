import type { Ablation, AblationReport } from '../../ablations/ablation.js';
import { ABLATION_FIGURES, isWorthLess } from '../ablation-worth.js';
import { formatValue } from '../format-figure.js';
import { junitXml, type TestCase } from './junit-xml.js';

/**
 * A comparison of variants as JUnit XML: a test case for each, a failure where more questions are right without the part by more
 * than luck, an error where requests failed. The figures are the output of each.
 */
export function ablationsJunit(report: AblationReport): string {
  return junitXml({
    name: `${report.dataset}, ${report.split}: ablations`,
    begun: report.begun,
    properties: [
      ['reader', report.reader],
      ['questions', String(report.questions)],
    ],
    suites: [{ name: 'ablations', cases: report.ablations.map(testCase) }],
  });
}

function testCase(one: Ablation): TestCase {
  const flips = `${one.lost} questions lost, ${one.won} won, p = ${one.chance.toFixed(3)}, ${one.adjusted.toFixed(3)} after Holm`;
  return {
    name: one.label,
    classname: 'ablation',
    ms: 0,
    problem: problemOf(one, flips),
    output: [
      flips,
      ...Object.entries(ABLATION_FIGURES).map(
        ([name, label]) => `${label} %: ${formatValue(one.overall[name]?.value ?? null, 'share')}`,
      ),
    ].join('\n'),
  };
}

function problemOf(one: Ablation, flips: string): TestCase['problem'] {
  if (one.errors > 0)
    return {
      kind: 'error',
      type: 'failed-requests',
      message: `${one.errors} requests failed`,
      details: flips,
    };
  return isWorthLess(one)
    ? {
        kind: 'failure',
        type: 'worth-less-than-nothing',
        message: 'more questions are right without it, by more than luck',
        details: flips,
      }
    : null;
}
