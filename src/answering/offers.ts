import type { QuantityKind } from '../analysis/quantities.js';
import type { AnalysedQuestion, AnswerType } from '../analysis/question.js';
import { terms } from '../analysis/terms.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';

/** A stretch of a sentence that could be the short answer; offsets into the sentence's text. */
export interface Offer extends Span {
  readonly text: string;
}

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

const REASON =
  /\b(?:because|due to|since|as a result|owing to|therefore|thus|so that|in order to|caused|led to|driven by|reason|stem(?:s|med|ming)? from|needed to|thanks to|to (?:counter|avoid|rebuild|secure|prevent))\b/iu;
const DEFINITION =
  /\b(?:means?|refers? to|known as|called|defined as|in other words|is an?|are an?|that is|stands for)\b|\(|—|:/iu;
const LIST = /(?:[^,;]+[,;]){2,}|,[^,]+\b(?:and|or)\b|▲|•/u;

/** The spans of a sentence that are of the kind a question wants and that the question does not itself name. */
export function offersOf(question: AnalysedQuestion, sentence: AnalysedSentence): Offer[] {
  const { type } = question;
  const kinds = KINDS[type];
  if (kinds !== undefined) {
    return sentence.quantities.filter(
      ({ kind, text, value }) =>
        kinds.includes(kind) &&
        !(
          kind === 'date' &&
          value !== null &&
          question.years.includes(String(value)) &&
          text.length === 4
        ) &&
        !isAsked(question, text),
    );
  }
  if (type === 'person' || type === 'place' || type === 'name') {
    return sentence.names.filter(({ text }) => !isAsked(question, text));
  }
  return [];
}

/** Whether a sentence can hold an answer of the kind wanted: 1 it can, 0 it cannot, 0.5 where the kind does not show in the words. */
export function suits(question: AnalysedQuestion, sentence: AnalysedSentence): number {
  switch (question.type) {
    case 'reason':
      return REASON.test(sentence.sentence.text) ? 1 : 0.25;
    case 'definition':
      return DEFINITION.test(sentence.sentence.text) ? 1 : 0.25;
    case 'list':
      return LIST.test(sentence.sentence.text) ? 1 : 0.25;
    case 'open':
    case 'manner':
    case 'yesNo':
      return 0.5;
    default:
      return offersOf(question, sentence).length > 0 ? 1 : 0;
  }
}

function isAsked(question: AnalysedQuestion, text: string): boolean {
  const own = terms(text);
  return (
    own.length > 0 &&
    own.every((term) => question.terms.includes(term) || question.numbers.includes(term))
  );
}
