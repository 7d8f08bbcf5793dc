import type { QuantityKind } from '../analysis/quantities.js';
import type { AnalysedQuestion, AnswerType } from '../analysis/question.js';
import type { AnalysedSentence, Mention } from './analysed-passage.js';

/** Which figures answer which kind of question. */
const KINDS: Partial<Record<AnswerType, readonly QuantityKind[]>> = {
  money: ['money'],
  percent: ['percent'],
  date: ['date'],
  multiple: ['multiple'],
  ordinal: ['ordinal'],
  duration: ['duration'],
  count: ['count', 'multiple', 'duration'],
  amount: ['money', 'percent', 'multiple', 'count', 'duration'],
};

/** A sentence that cannot be told to hold the kind of answer wanted, though it may. */
const UNLIKELY = 0.25;
const UNTOLD = 0.5;

/** The stretches of a sentence that are of the kind a question wants and that the question does not itself name. */
export function offersOf(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
): readonly Mention[] {
  const kinds = KINDS[question.type];
  if (kinds !== undefined) {
    return sentence.quantities.filter((one) => kinds.includes(one.kind) && !isNamed(question, one));
  }
  if (question.type === 'person' || question.type === 'place' || question.type === 'name') {
    return sentence.names.filter((one) => !isNamed(question, one));
  }
  return [];
}

/** Whether a sentence can hold an answer of the kind wanted: 1 it can, 0 it cannot, between where its words do not tell. */
export function suits(question: AnalysedQuestion, sentence: AnalysedSentence): number {
  const { traits } = sentence;
  switch (question.type) {
    case 'reason':
      return traits.givesReason ? 1 : UNLIKELY;
    case 'definition':
      return traits.defines ? 1 : UNLIKELY;
    case 'list':
      return traits.enumerates ? 1 : UNLIKELY;
    case 'open':
    case 'manner':
    case 'yesNo':
      return UNTOLD;
    default:
      return offersOf(question, sentence).length > 0 ? 1 : 0;
  }
}

function isNamed(question: AnalysedQuestion, { terms }: Mention): boolean {
  return terms.length > 0 && terms.every((term) => question.terms.includes(term));
}
