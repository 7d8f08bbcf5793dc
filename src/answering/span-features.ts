import { akin } from '../analysis/akin.js';
import { placeInRange, type Zone } from '../analysis/figure-zones.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence, Mention } from './analysed-passage.js';
import { type CandidateSpan, isNamedYear } from './candidate-spans.js';
import { describeRead, READ_SPAN_FEATURES } from './read-spans.js';
import { type Token, tokensOf } from './sentence-tokens.js';
import { SHAPE_FEATURES, shapeOf } from './span-shape.js';

const WORD_FEATURES = [
  'nearness',
  'zoneRecall',
  'exclusive',
  'order',
  'holdsAsked',
  'focusAfter',
  'focusInside',
  'first',
  'position',
] as const;
const YEAR_FEATURES = ['yearRight', 'yearWrong', 'latest', 'rangeStart'] as const;

/** What a stretch is judged by as a short answer, each about -1 to 1; the order is that of the weights. */
export const SPAN_FEATURES = [...WORD_FEATURES, ...YEAR_FEATURES, ...SHAPE_FEATURES] as const;

export type SpanFeature = (typeof SPAN_FEATURES)[number];

/** The same where the sentence was read closely. */
export const CLOSE_SPAN_FEATURES = [...SPAN_FEATURES, ...READ_SPAN_FEATURES] as const;

export type CloseSpanFeature = (typeof CLOSE_SPAN_FEATURES)[number];

/** Characters over which nearness to a question word fades to a half. */
const NEAR = 20;

/** One row of SPAN_FEATURES per candidate. */
export function describeSpans(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  candidates: readonly CandidateSpan[],
): Float64Array[] {
  const tokens = tokensOf(sentence);
  const asked: AskedToken[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place] as Token;
    if (question.years.includes(token.term)) continue;
    const which = question.terms.findIndex((wanted) => akin(wanted, token.term));
    if (which !== -1) asked.push({ token, place, which });
  }
  const view: View = { question, sentence, tokens, asked, candidates };
  return candidates.map(({ offer, zone }, which) => {
    const words = aboutWords(view, offer, zone, which);
    const years = aboutYears(view, which);
    const shape = shapeOf(question, sentence, offer);
    const row = new Float64Array(SPAN_FEATURES.length);
    let i = 0;
    for (const name of WORD_FEATURES) row[i++] = Number(words[name]);
    for (const name of YEAR_FEATURES) row[i++] = Number(years[name]);
    for (const name of SHAPE_FEATURES) row[i++] = Number(shape[name]);
    return row;
  });
}

/** One row of CLOSE_SPAN_FEATURES per candidate. */
export function describeSpansRead(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  candidates: readonly CandidateSpan[],
  reading: SentenceReading,
): Float64Array[] {
  return describeSpans(question, sentence, candidates).map((row, which) => {
    const { offer, onlyRead } = candidates[which] as CandidateSpan;
    const read = describeRead(sentence.sentence.text, offer, reading, onlyRead);
    return Float64Array.of(...row, ...READ_SPAN_FEATURES.map((name) => read[name]));
  });
}

/** A word of the sentence that is akin to the question's term of that number. */
interface AskedToken {
  readonly token: Token;
  readonly place: number;
  readonly which: number;
}

interface View {
  readonly question: AnalysedQuestion;
  readonly sentence: AnalysedSentence;
  readonly tokens: readonly Token[];
  readonly asked: readonly AskedToken[];
  readonly candidates: readonly CandidateSpan[];
}

function aboutWords(
  { question, tokens, asked, candidates }: View,
  offer: Mention,
  zone: Zone,
  which: number,
) {
  const all = Math.max(1, question.terms.length - question.years.length);
  const nearest = new Map<number, number>();
  const inZone = new Set<number>();
  const elsewhere = new Set<number>();
  for (const { token, which: term } of asked) {
    if (token.start < offer.end && offer.start < token.end) continue;
    const distance = token.start >= offer.end ? token.start - offer.end : offer.start - token.end;
    nearest.set(term, Math.min(distance, nearest.get(term) ?? Infinity));
    if (isIn(token, zone.own)) inZone.add(term);
    else if (candidates.some((other) => other.zone !== zone && isIn(token, other.zone.own)))
      elsewhere.add(term);
  }
  const next = tokens.findIndex(({ start }) => start >= offer.end);
  const following = next === -1 ? [] : tokens.slice(next, next + 3);
  const isFocus = (term: string) => question.focus.some((wanted) => akin(wanted, term));
  return {
    nearness: [...nearest.values()].reduce((sum, far) => sum + 1 / (1 + far / NEAR), 0) / all,
    zoneRecall: inZone.size / all,
    exclusive: (without(inZone, elsewhere) - without(elsewhere, inZone)) / all,
    order: ordered(asked, zone.clause) / all,
    holdsAsked: offer.terms.some((term) => question.terms.some((wanted) => akin(wanted, term))),
    focusAfter: following.some(({ term }) => isFocus(term)),
    focusInside: offer.terms.some(isFocus),
    first: which === 0,
    position: which / Math.max(1, candidates.length - 1),
  };
}

function without(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  return [...some].filter((one) => !others.has(one)).length;
}

function aboutYears({ question, sentence, candidates }: View, which: number) {
  const { offer, year } = candidates[which] as CandidateSpan;
  const named = question.years.length + question.periods.length > 0;
  const right = year !== null && isNamedYear(question, year);
  const others = candidates.flatMap((one) => (one.year === null ? [] : [one.year]));
  const spread = new Set(others).size > 1 && year !== null && !named;
  return {
    yearRight: named && right,
    yearWrong: named && year !== null && !right,
    latest: spread ? (year === Math.max(...others) ? 1 : -1) : 0,
    rangeStart: placeInRange(sentence.sentence.text, offer) === 0 && !named,
  };
}

/** Pairs of neighbouring question words that stand in a stretch in the question's order, at most two words between them. */
function ordered(asked: readonly AskedToken[], stretch: Span): number {
  const pairs = new Set<number>();
  for (let i = 0; i < asked.length; i++) {
    const one = asked[i] as AskedToken;
    if (!isIn(one.token, stretch)) continue;
    for (let j = i + 1; j < asked.length; j++) {
      const next = asked[j] as AskedToken;
      if (next.place > one.place + 3) break;
      const step = next.which - one.which;
      if ((step === 1 || step === 2) && isIn(next.token, stretch)) pairs.add(one.which);
    }
  }
  return pairs.size;
}

function isIn({ start, end }: Span, zone: Span): boolean {
  return start >= zone.start && end <= zone.end;
}
