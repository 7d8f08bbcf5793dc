import { STAGES } from '../../diagnose.js';
import type { Judged } from '../../evaluate.js';
import { expectedText, gotText } from '../outcome-text.js';
import type { Report } from '../report.js';
import { junitXml, type TestCase } from './junit-xml.js';

/**
 * The outcomes as JUnit XML: a test suite for each question type, a test case for each question, a failure where something
 * went wrong, an error where the request failed. Findings and the breaches of a gate are properties.
 */
export function outcomesJunit({ about, headline, findings, evaluation, gate }: Report): string {
  const { judged } = evaluation;
  const categories = [...new Set(judged.map(categoryOf))].sort();
  return junitXml({
    name: `${about.dataset}, ${about.split}`,
    begun: about.begun,
    properties: [
      ['target', about.target],
      ['headline', headline],
      ...findings.map(({ kind, text }) => [kind, text] as const),
      ...(gate?.breaches ?? []).map(
        ({ label, wanted, got }) =>
          ['gate', `${label}: ${wanted} wanted, ${got ?? 'not measured'}`] as const,
      ),
    ],
    suites: categories.map((category) => ({
      name: category,
      cases: judged.filter((one) => categoryOf(one) === category).map(testCase),
    })),
  });
}

function testCase({ outcome, stage }: Judged): TestCase {
  const { question, latencyMs } = outcome;
  const details = [
    `question: ${question.question}`,
    `expected: ${expectedText(question)}`,
    `got: ${gotText(outcome)}`,
  ].join('\n');
  const kind = outcome.response === null ? 'error' : 'failure';
  return {
    name: question.id,
    classname: question.category,
    ms: latencyMs,
    problem: stage === null ? null : { kind, type: stage, message: STAGES[stage], details },
  };
}

const categoryOf = ({ outcome }: Judged): string => outcome.question.category;
