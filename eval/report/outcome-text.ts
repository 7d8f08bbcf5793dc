import type { QuestionRecord } from '../dataset/question.js';
import type { Outcome } from '../outcome.js';

/** What is expected of a question, on one line. */
export function expectedText(question: QuestionRecord): string {
  if (!question.answerable) return `an abstention: ${question.note ?? 'nothing answers it'}`;
  const answers =
    question.parts === undefined
      ? question.answers.join(' | ')
      : question.parts.map((spellings) => spellings.join(' | ')).join(' + ');
  const sides = question.sides?.map((side) => side.join(' | ')).join(' against ');
  const documents = [...new Set(question.evidence.map((one) => one.documentId))].join(', ');
  return `${answers}${sides === undefined ? '' : `; sides ${sides}`} (${documents})`;
}

/** What came of a question: the answer with its confidence and documents, the abstention, or the error. */
export function gotText(outcome: Outcome): string {
  if (outcome.response === null) return outcome.error;
  const { answer, abstention, citations } = outcome.response;
  if (answer === null) return `abstained: ${abstention?.reason ?? 'no reason given'}`;
  const documents = [...new Set(citations.map((one) => one.documentId ?? 'unknown'))].join(', ');
  const short = answer.shortAnswer === null ? '' : `[${answer.shortAnswer}] `;
  const confidence =
    answer.confidence === null ? '' : `confidence ${answer.confidence.toFixed(2)}; `;
  return `${short}${answer.text} (${confidence}${documents || 'no source'})`;
}
