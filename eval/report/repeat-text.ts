import type { Deviation } from '../repeat.js';

/** Whether asking everything several times gave the same, and each question that did not, with what differed. */
export function repeatText(
  rounds: number,
  questions: number,
  differing: readonly Deviation[],
): string {
  if (differing.length === 0)
    return `${questions} questions asked ${rounds} times: the same answers, citations and passages each time.`;
  return [
    `${questions} questions asked ${rounds} times: ${differing.length} responses differ from the first.`,
    ...differing.map(({ id, round, what }) => `  ${id}, round ${round}: ${what.join(', ')}`),
  ].join('\n');
}
