import type { AnswerType } from './answer-type.js';

/** What asks for which kind of answer in Korean, Japanese and Chinese; earlier rows go first. */
const ASKS: readonly (readonly [AnswerType, RegExp])[] = [
  ['date', /언제|몇\s?(?:년|월|일)(?!\s?동안)|いつ|何(?:年|月|日)(?!間)|什么时候|哪一年/u],
  ['percent', /몇\s?(?:퍼센트|프로|%)|비율|何(?:パーセント|％|%|割)|割合|百分之几/u],
  ['reason', /왜|이유|なぜ|どうして|理由|为什么/u],
  ['amount', /얼마|몇|いくら|いくつ|どれくらい|何(?:人|個|円|社|件|倍|メートル|キロ)|多少/u],
];

/** What a question in one of these languages asks for; null where it does not tell. */
export function askedElsewhere(question: string): AnswerType | null {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}
