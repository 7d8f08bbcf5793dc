import { akin } from '../analysis/akin.js';
import type { QuantityKind } from '../analysis/quantities.js';
import type { AnalysedQuestion, AnswerType } from '../analysis/question.js';
import { terms } from '../analysis/terms.js';
import type { AnalysedSentence, Mention, QuantityMention } from './analysed-passage.js';
import { nameOffers } from './name-offers.js';

/** Which figures answer which kind of question. */
export const FIGURE_KINDS: Partial<Record<AnswerType, readonly QuantityKind[]>> = {
  money: ['money'],
  percent: ['percent'],
  date: ['date'],
  multiple: ['multiple'],
  ordinal: ['ordinal'],
  duration: ['duration'],
  count: ['count'],
  amount: ['money', 'percent', 'multiple', 'count'],
};

/** A sentence that cannot be told to hold the kind of answer wanted, though it may. */
const UNLIKELY = 0.25;
const UNTOLD = 0.5;
/** A bare figure below this is no sum of money. */
const LEAST_BARE_AMOUNT = 1e6;
const COUNTED = /(?<=\d|\p{L})\s(?!hundred|thousand|million|billion|trillion)\p{L}[\p{L}-]*$/u;

/** The stretches of a sentence that are of the kind a question wants and that the question does not itself name. */
export function offersOf(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
): readonly Mention[] {
  const kinds = FIGURE_KINDS[question.type];
  if (kinds !== undefined) {
    return sentence.quantities
      .filter((one) => kinds.includes(one.kind) || (question.type === 'money' && isBareAmount(one)))
      .filter((one) => !(question.type === 'amount' && isSmallCount(one)))
      .map((one) => asWanted(question, one))
      .filter((one) => !isNamed(question, one));
  }
  if (question.type !== 'person' && question.type !== 'place' && question.type !== 'name') {
    return question.type === 'open' ? ofTheKind(question, nameOffers(sentence)) : [];
  }
  const names = nameOffers(sentence).filter((one) => !isNamed(question, one));
  const ofKind = ofTheKind(question, names);
  return ofKind.length > 0 ? ofKind : names;
}

/** The figures of a sentence that are of a kind a question asks for, named by the question or not. */
export function figuresAsked(
  { type }: AnalysedQuestion,
  { quantities }: AnalysedSentence,
): readonly QuantityMention[] {
  return quantities.filter(({ kind }) => FIGURE_KINDS[type]?.includes(kind) === true);
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

/** "Two countries" counts things; an amount is written in digits or measured, as "three kilometres". */
function isSmallCount({ kind, text }: QuantityMention): boolean {
  return kind === 'count' && !/\d/u.test(text) && !MEASURE.test(text);
}

const MEASURE =
  /\s(?:(?:kilo|centi|milli)?(?:met(?:er|re)|lit(?:er|re)|gram(?:me)?)s?|miles?|feet|foot|inch(?:es)?|yards?|knots?|tons?|tonnes?|hectares?|acres?|degrees?|gallons?|watts?)$/iu;

/** Names that hold the word for what is asked for, as "which forum" is answered by "Nikkei Forum". */
function ofTheKind(question: AnalysedQuestion, names: readonly Mention[]): readonly Mention[] {
  return names.filter(
    (one) =>
      !isNamed(question, one) &&
      one.terms.some((term) => question.focus.some((wanted) => akin(term, wanted))),
  );
}

/** A count without the thing counted, which the question names; a bare year where a year is asked for. */
function asWanted(question: AnalysedQuestion, one: QuantityMention): Mention {
  if (question.type === 'count' && one.kind === 'count') {
    const unit = COUNTED.exec(one.text);
    if (unit !== null) return part(one, 0, unit.index);
  }
  if (question.type === 'date' && question.focus.includes('year')) {
    const year = /\b\d{4}\b/u.exec(one.text);
    if (year !== null && one.text.length > 5) return part(one, year.index, year.index + 4);
  }
  return one;
}

/** A figure such as "70 billion", whose currency may have been said before. */
function isBareAmount({ kind, unit, value }: QuantityMention): boolean {
  return kind === 'count' && unit === '' && (value ?? 0) >= LEAST_BARE_AMOUNT;
}

function part({ start, text }: Mention, from: number, to: number): Mention {
  const kept = text.slice(from, to);
  return { start: start + from, end: start + to, text: kept, terms: terms(kept) };
}

function isNamed(question: AnalysedQuestion, { terms: own }: Mention): boolean {
  return own.length > 0 && own.every((term) => question.terms.some((wanted) => akin(term, wanted)));
}
