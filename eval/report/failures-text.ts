import { STAGES, type Stage } from '../diagnose.js';
import type { Evaluation, Judged } from '../evaluate.js';
import { expectedText, gotText } from './outcome-text.js';
import { table } from './table.js';
import { terminalLine } from './terminal-line.js';

/** Every question that went wrong: how many at which stage, then each with what was expected and what came. */
export function failuresText({ judged }: Evaluation): string {
  const failures = judged.filter((one) => one.stage !== null);
  if (failures.length === 0) return 'Nothing went wrong.';
  const stages = (Object.keys(STAGES) as Stage[])
    .map((stage) => ({ stage, count: failures.filter((one) => one.stage === stage).length }))
    .filter((one) => one.count > 0)
    .map(({ stage, count }) => [`${stage}: ${STAGES[stage]}`, String(count)]);
  return [table([['what went wrong', 'n'], ...stages]), '', ...failures.map(failureText)].join(
    '\n',
  );
}

function failureText({ outcome, stage }: Judged): string {
  const { question } = outcome;
  const history = question.history?.at(-1);
  return [
    `${question.id} [${question.category}] ${stage}`,
    ...(history === undefined ? [] : [`  after     ${terminalLine(history.question)}`]),
    `  question  ${terminalLine(question.question)}`,
    `  expected  ${terminalLine(expectedText(question))}`,
    `  got       ${terminalLine(gotText(outcome))}`,
    '',
  ].join('\n');
}
