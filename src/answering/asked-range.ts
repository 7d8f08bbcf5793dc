import type { AnalysedQuestion } from '../analysis/question.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';
import { figuresAsked } from './offers.js';

const ASKS_RANGE =
  /\bfrom (?:what|which|when)\b.*\b(?:to|until) (?:what|which|when)\b|\bbetween (?:what|which) \p{Ll}+s\b|\b(?:during|in|over|within|for) (?:what|which) (?:weeks|months|years|days|dates|period)\b/iu;
const OPENS = /\b(?:from|between)\s$/iu;
const JOINS = /^(?:\s(?:in|of)\s\S+)?\s?(?:to|until|till|through|and|[-–—])\s?$/iu;

/** Whether a question asks for both ends of a range: "from when to when", "during which weeks". */
export function asksForRange({ text }: AnalysedQuestion): boolean {
  return ASKS_RANGE.test(text);
}

/** "17 April to 12 May" of "from 17 April to 12 May", the first range of figures of the kind asked for; null where none is. */
export function askedRange(question: AnalysedQuestion, sentence: AnalysedSentence): Span | null {
  const { text } = sentence.sentence;
  const figures = figuresAsked(question, sentence);
  const which = figures.findIndex(({ start, end }, place) => {
    const next = figures[place + 1];
    if (next === undefined || !JOINS.test(text.slice(end, next.start))) return false;
    return OPENS.test(text.slice(0, start)) || /[-–—]/u.test(text.slice(end, next.start));
  });
  const [first, last] = [figures[which], figures[which + 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
