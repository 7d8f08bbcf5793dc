import type { Judged } from '../../evaluate.js';
import type { Failed } from '../../outcome.js';
import { countOf, type Finding } from './finding.js';

/** Characters of an error that are shown. */
const SHOWN = 160;

/** Questions without a response: those that ran out of time, and those that crashed. */
export function errorFindings(judged: readonly Judged[]): Finding[] {
  const failed = judged.flatMap(({ outcome }) => (outcome.response === null ? [outcome] : []));
  const late = failed.filter((one) => one.timedOut);
  const crashed = failed.filter((one) => !one.timedOut);
  const finding = (of: readonly Failed[], text: string): Finding[] =>
    of.length === 0
      ? []
      : [{ kind: 'fault', text, questions: of.map(({ question }) => question.id) }];
  return [
    ...finding(
      crashed,
      `${countOf(crashed.length, judged.length, 'questions')} crashed, and count in no figure. ${mostFrequent(crashed)}`,
    ),
    ...finding(
      late,
      `${countOf(late.length, judged.length, 'questions')} got no answer in time, and count in no figure.`,
    ),
  ];
}

function mostFrequent(failed: readonly Failed[]): string {
  const counts = new Map<string, number>();
  for (const { error } of failed) counts.set(error, (counts.get(error) ?? 0) + 1);
  const [message = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const shown = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message;
  return `${counts.size === 1 ? 'The error' : `The most frequent error, ${count} times`}: ${shown}`;
}
