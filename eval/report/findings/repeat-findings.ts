import type { Deviation } from '../../repeat.js';
import { countOf, type Finding } from './finding.js';

/**
 * Whether asking again gave the same.
 * @param deviations Null where everything was asked once.
 */
export function repeatFindings(deviations: readonly Deviation[] | null, all: number): Finding[] {
  if (deviations === null) return [];
  const questions = [...new Set(deviations.map(({ id }) => id))];
  if (questions.length === 0)
    return [{ kind: 'good', text: 'Every question got the same when asked again.', questions: [] }];
  const what = [...new Set(deviations.flatMap((one) => one.what))].join(', ');
  return [
    {
      kind: 'fault',
      text: `${countOf(questions.length, all, 'questions')} got another response when asked again (${what}): the figures are those of the first time alone.`,
      questions,
    },
  ];
}
