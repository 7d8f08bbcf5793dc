/** Whatever XML 1.0 (2.2) has no place for, lone surrogates included. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Something that went well or not. */
export interface TestCase {
  readonly name: string;
  /** What kind it is of. */
  readonly classname: string;
  readonly ms: number;
  /** Null where all is well. */
  readonly problem: {
    /** `failure`: it came out wrong; `error`: it could not be done. */
    readonly kind: 'failure' | 'error';
    readonly type: string;
    readonly message: string;
    readonly details: string;
  } | null;
  /** What was measured, as its output; none unless told. */
  readonly output?: string;
}

/** A whole file for a build server. */
export interface JunitReport {
  readonly name: string;
  /** ISO 8601. */
  readonly begun: string;
  /** What is to be known of the run, each by its name; a name may come several times. */
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly suites: readonly { readonly name: string; readonly cases: readonly TestCase[] }[];
}

/** Test cases as JUnit XML, as build servers read it (the schema of Apache Ant's JUnit task). Whatever the texts say, the file is well-formed. */
export function junitXml({ name, begun, properties, suites }: JunitReport): string {
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...counts(all) })}>`,
    `  <testsuite name="run" tests="0" failures="0" errors="0" timestamp=${quoted(begun)}>`,
    '    <properties>',
    ...properties.map(([key, value]) => `      <property${attributes({ name: key, value })}/>`),
    '    </properties>',
    '  </testsuite>',
    ...suites.flatMap((suite) => [
      `  <testsuite${attributes({ name: suite.name, ...counts(suite.cases) })}>`,
      ...suite.cases.map(testCase),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ name, classname, ms, problem, output }: TestCase): string {
  const opened = `    <testcase${attributes({ name, classname, time: seconds(ms) })}`;
  const inside = [
    ...(problem === null
      ? []
      : [
          `<${problem.kind}${attributes({ type: problem.type, message: problem.message })}>${escapeXml(problem.details)}</${problem.kind}>`,
        ]),
    ...(output === undefined ? [] : [`<system-out>${escapeXml(output)}</system-out>`]),
  ];
  return inside.length === 0
    ? `${opened}/>`
    : [`${opened}>`, ...inside.map((line) => `      ${line}`), '    </testcase>'].join('\n');
}

function counts(cases: readonly TestCase[]): Record<string, string> {
  const count = (kind: string) => cases.filter(({ problem }) => problem?.kind === kind).length;
  return {
    tests: String(cases.length),
    failures: String(count('failure')),
    errors: String(count('error')),
    time: seconds(cases.reduce((sum, { ms }) => sum + ms, 0)),
  };
}

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
