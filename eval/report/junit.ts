import { STAGES } from '../diagnose.js';
import type { Judged } from '../evaluate.js';
import { expectedText, gotText } from './outcome-text.js';
import type { Report } from './report.js';

/** Whatever XML 1.0 (2.2) has no place for, lone surrogates included. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * The outcomes as JUnit XML, as build servers read it: a test suite for each question type, a test case for each question, a failure where
 * something went wrong, an error where the request failed. Findings and the breaches of a gate are properties.
 */
export function junitXml({ about, headline, findings, evaluation, gate }: Report): string {
  const { judged } = evaluation;
  const categories = [...new Set(judged.map(categoryOf))].sort();
  const suites = categories.map((category) =>
    suite(
      category,
      judged.filter((one) => categoryOf(one) === category),
    ),
  );
  const properties = [
    ['target', about.target],
    ['headline', headline],
    ...findings.map(({ kind, text }) => [kind, text]),
    ...(gate?.breaches ?? []).map(({ label, wanted, got }) => [
      'gate',
      `${label}: ${wanted} wanted, ${got ?? 'not measured'}`,
    ]),
  ].map(([name = '', value = '']) => `      <property${attributes({ name, value })}/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: `${about.dataset}, ${about.split}`, ...counts(judged) })}>`,
    `  <testsuite name="run" tests="0" failures="0" errors="0" timestamp=${quoted(about.begun)}>`,
    '    <properties>',
    ...properties,
    '    </properties>',
    '  </testsuite>',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(category: string, judged: readonly Judged[]): string {
  return [
    `  <testsuite${attributes({ name: category, ...counts(judged) })}>`,
    ...judged.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase({ outcome, stage }: Judged): string {
  const { question, latencyMs } = outcome;
  const about = attributes({
    name: question.id,
    classname: question.category,
    time: seconds(latencyMs),
  });
  if (stage === null) return `    <testcase${about}/>`;
  const kind = outcome.response === null ? 'error' : 'failure';
  const details = [
    `question: ${question.question}`,
    `expected: ${expectedText(question)}`,
    `got: ${gotText(outcome)}`,
  ].join('\n');
  const what = attributes({ type: stage, message: STAGES[stage] });
  return `    <testcase${about}>\n      <${kind}${what}>${escapeXml(details)}</${kind}>\n    </testcase>`;
}

function counts(judged: readonly Judged[]): Record<string, string> {
  const errors = judged.filter(({ outcome }) => outcome.response === null).length;
  const wrong = judged.filter(({ stage }) => stage !== null).length;
  const time = judged.reduce((sum, { outcome }) => sum + outcome.latencyMs, 0);
  return {
    tests: String(judged.length),
    failures: String(wrong - errors),
    errors: String(errors),
    time: seconds(time),
  };
}

const categoryOf = ({ outcome }: Judged): string => outcome.question.category;

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}=${quoted(value)}`)
    .join('');
}

function quoted(value: string): string {
  return `"${escapeXml(value).replace(/[\t\n\r]/g, ' ')}"`;
}

function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
