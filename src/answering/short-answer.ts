import type { AnalysedQuestion } from '../analysis/question.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';
import { offersOf } from './offers.js';
import { SPEECH } from './sentence-traits.js';

/** A stretch of a sentence that is the short answer; offsets into the sentence's text. */
export interface Offer extends Span {
  readonly text: string;
}

/** Characters over which nearness to a question word fades to a half. */
const NEAR = 20;
const ENUMERATION =
  /(?:\b(?:include[sd]?|including|such as|are|were|like|as|between|namely|of|in|on|to|cited|proposed|both)\b|[:—▲])\s*((?:[^,;:.()]{2,60},\s)+(?:(?:and|or)\s)?[^,;:.()]{2,60})/giu;

/** The span of a sentence that answers a question in a few words; null where the sentence itself is the answer. */
export function shortAnswer(question: AnalysedQuestion, sentence: AnalysedSentence): Offer | null {
  if (question.type === 'list') return enumeration(sentence.sentence.text);
  const offers = offersOf(question, sentence);
  let best: Offer | null = null;
  let highest = -Infinity;
  for (const offer of offers) {
    const score = nearness(question, sentence, offer);
    if (score > highest) {
      best = offer;
      highest = score;
    }
  }
  return best;
}

function nearness(question: AnalysedQuestion, sentence: AnalysedSentence, offer: Offer): number {
  const text = sentence.sentence.text;
  const lower = text.toLowerCase();
  let score = 0;
  for (const term of question.terms) {
    const distance = distanceTo(lower, term, offer);
    if (distance !== null) score += 1 / (1 + distance / NEAR);
  }
  if (question.years.length > 0) score += yearFit(question.years, sentence, offer);
  if (question.type === 'person') {
    const around = text.slice(Math.max(0, offer.start - 30), offer.end + 60);
    if (SPEECH.test(around)) score += 1;
  }
  return score;
}

/** Characters between an offer and the nearest word that begins with the term; null where there is none. */
function distanceTo(lower: string, term: string, offer: Offer): number | null {
  let nearest: number | null = null;
  for (let at = lower.indexOf(term); at !== -1; at = lower.indexOf(term, at + 1)) {
    if (at < offer.end && at + term.length > offer.start) continue;
    const distance = at >= offer.end ? at - offer.end : offer.start - (at + term.length);
    if (nearest === null || distance < nearest) nearest = distance;
  }
  return nearest;
}

/** A figure belongs to the year written right after it ("$200 million in 1965"), else to the nearest one. */
function yearFit(years: readonly string[], sentence: AnalysedSentence, offer: Offer): number {
  const dates = sentence.quantities.filter(({ kind, value }) => kind === 'date' && value !== null);
  const right = dates.find(({ start }) => start >= offer.end && start - offer.end <= 12);
  const nearest = dates.toSorted((a, b) => gap(a, offer) - gap(b, offer))[0];
  const owner = right ?? nearest;
  if (owner === undefined || owner.value === null) return 0;
  return years.includes(String(owner.value)) ? 2 : -2;
}

function gap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start >= b.end ? a.start - b.end : b.start - a.end;
}

function enumeration(text: string): Offer | null {
  let best: Offer | null = null;
  for (const match of text.matchAll(ENUMERATION)) {
    const items = match[1]?.trimEnd();
    if (items === undefined) continue;
    const start = match.index + match[0].lastIndexOf(items);
    const found = { start, end: start + items.length, text: items };
    if (best === null || found.text.length > best.text.length) best = found;
  }
  return best;
}
