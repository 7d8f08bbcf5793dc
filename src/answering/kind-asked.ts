import { akin } from '../analysis/akin.js';
import { findPlaces } from '../analysis/places.js';
import type { AnalysedQuestion, AnswerType } from '../analysis/question.js';
import type { AnalysedSentence } from './analysed-passage.js';
import { nameOffers } from './name-offers.js';
import { FIGURE_KINDS } from './offers.js';
import { tokensOf } from './sentence-tokens.js';

/** An amount may also be a stretch of time. */
const FIGURES: typeof FIGURE_KINDS = {
  ...FIGURE_KINDS,
  amount: [...(FIGURE_KINDS.amount ?? []), 'duration'],
};
/** Dates, shares and amounts that no figure of the kind writes. */
const IN_WORDS: Partial<Record<AnswerType, RegExp>> = {
  date: /\bcentur(?:y|ies)\b|\bago\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu,
  percent: /\b(?:half|quarters?|thirds?|fifths?|tenths?|majority|minority|most|all|none)\b/iu,
  amount: /\d|\b(?:half|double|twice|third|quarter)\b/iu,
  duration: /\bcentur(?:y|ies)\b|\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b/iu,
};
const ASKS_AGE = /\bhow old\b|\bat what age\b/iu;
const TELLS_AGE = /\b(?:aged?|years? old|year-old|born)\b/iu;
/** "The two countries" speaks of things named before and counts nothing. */
const ALREADY_KNOWN = /\b(?:the|these|those|both|our|its|their)\s(?:other\s)?$/iu;
/** Words after a figure among which the thing counted must stand. */
const COUNTED_WITHIN = 4;

/** How surely a sentence lacks the kind of answer asked for: 1 nothing of the kind stands in it, 0 something does. */
export function kindUnmet(question: AnalysedQuestion, sentence: AnalysedSentence): number {
  const { type } = question;
  const { text } = sentence.sentence;
  if (type === 'count') return countUnmet(question, sentence);
  if (type === 'duration' && ASKS_AGE.test(question.text)) return TELLS_AGE.test(text) ? 0 : 1;
  const kinds = FIGURES[type];
  if (kinds !== undefined) {
    const isThere = sentence.quantities.some(({ kind }) => kinds.includes(kind));
    return isThere || IN_WORDS[type]?.test(text) === true ? 0 : 1;
  }
  if (type !== 'person' && type !== 'place' && type !== 'name') return 0;
  const isNew = (terms: readonly string[]) =>
    terms.some((term) => !question.terms.some((wanted) => akin(wanted, term)));
  const places = findPlaces(text);
  const names = nameOffers(sentence).filter(({ terms }) => isNew(terms));
  const ofPlace = names.filter(({ start, end }) =>
    places.some((place) => start < place.end && place.start < end),
  );
  if (names.length === 0) return type === 'name' ? 1 : 0.7;
  if (type === 'person') return ofPlace.length === names.length ? 0.7 : 0;
  if (type === 'place')
    return ofPlace.length > 0 || /\b(?:in|at|near|to)\s\p{Lu}/u.test(text) ? 0 : 0.4;
  return 0;
}

/** A count of other things than those asked for is half an answer at best. */
function countUnmet({ focus }: AnalysedQuestion, sentence: AnalysedSentence): number {
  const counts = sentence.quantities.filter(({ kind }) => kind === 'count');
  if (counts.length === 0) return 1;
  if (focus.length === 0) return 0;
  const tokens = tokensOf(sentence);
  const { text } = sentence.sentence;
  const isCounted = counts.some(
    ({ start }) =>
      !ALREADY_KNOWN.test(text.slice(Math.max(0, start - 12), start)) &&
      tokens
        .filter((token) => token.start >= start)
        .slice(0, COUNTED_WITHIN + 1)
        .some(({ term }) => focus.some((wanted) => akin(wanted, term))),
  );
  if (isCounted) return 0;
  return counts.some(({ unit }) => unit === '') ? 0.5 : 0.7;
}

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['$', /\bdollars?\b|\$|\busd\b/iu],
  ['€', /\beuros?\b|€|\beur\b/iu],
  ['£', /\bpounds?\b(?! of\b)|£|\bgbp\b/iu],
  ['¥', /\byen\b|¥|\bjpy\b/iu],
  ['₩', /\bin won\b|₩|\bkrw\b/iu],
];
const MEASURES =
  /\b(?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|inch(?:es)?|tons?|tonnes?|kilogra(?:m|mme)s?|kg|km|litres?|liters?|gallons?|hectares?|acres?|degrees?|celsius|fahrenheit|percent(?:age points?)?|per cent)\b/giu;

/** 1 where the question names a currency or measure and the sentence's figures are in others only. */
export function unitUnmet(question: AnalysedQuestion, sentence: AnalysedSentence): number {
  const { text } = sentence.sentence;
  const currency = CURRENCIES.find(([, pattern]) => pattern.test(question.text));
  const asksForSum =
    question.type === 'money' || question.type === 'amount' || question.type === 'count';
  if (currency !== undefined && asksForSum) {
    const units = sentence.quantities.flatMap(({ kind, unit }) =>
      kind === 'money' && unit !== '' ? [unit] : [],
    );
    return units.length > 0 && !units.includes(currency[0]) ? 1 : 0;
  }
  const wanted = measuresOf(question.text);
  const told = measuresOf(text);
  return wanted.length > 0 && told.length > 0 && !wanted.some((one) => told.includes(one)) ? 1 : 0;
}

function measuresOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(MEASURES)].map(([word]) =>
    word
      .replace(/tres\b|tre\b|ters\b/u, 'ter')
      .replace(/^(?:feet|foot)$/u, 'foot')
      .replace(/s$/u, ''),
  );
}
