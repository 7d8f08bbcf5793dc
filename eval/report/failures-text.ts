import type { QuestionRecord } from '../dataset/question.js';
import { STAGES, type Stage } from '../diagnose.js';
import type { Evaluation, Judged } from '../evaluate.js';
import type { Outcome } from '../outcome.js';
import { table } from './table.js';

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
    ...(history === undefined ? [] : [`  after     ${history.question}`]),
    `  question  ${question.question}`,
    `  expected  ${expected(question)}`,
    `  got       ${got(outcome)}`,
    '',
  ].join('\n');
}

function expected(question: QuestionRecord): string {
  if (!question.answerable) return `an abstention: ${question.note ?? 'nothing answers it'}`;
  const answers =
    question.parts === undefined
      ? question.answers.join(' | ')
      : question.parts.map((spellings) => spellings.join(' | ')).join(' + ');
  const sides = question.sides?.map((side) => side.join(' | ')).join(' against ');
  const documents = [...new Set(question.evidence.map((one) => one.documentId))].join(', ');
  return `${answers}${sides === undefined ? '' : `; sides ${sides}`} (${documents})`;
}

function got(outcome: Outcome): string {
  if (outcome.response === null) return outcome.error;
  const { answer, abstention, citations } = outcome.response;
  if (answer === null) return `abstained: ${abstention?.reason ?? 'no reason given'}`;
  const documents = [...new Set(citations.map((one) => one.documentId))].join(', ');
  const short = answer.shortAnswer === null ? '' : `[${answer.shortAnswer}] `;
  return `${short}${answer.text} (confidence ${answer.confidence?.toFixed(2) ?? 'not told'}; ${documents})`;
}
