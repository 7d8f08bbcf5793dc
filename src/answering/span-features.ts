import type { AnalysedQuestion } from '../analysis/question.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence, Mention } from './analysed-passage.js';
import { type CandidateSpan, isNamedYear } from './candidate-spans.js';
import { placeInRange, type Zone } from './figure-zones.js';
import { akin, type Token, tokensOf } from './sentence-tokens.js';
import { shapeOf } from './span-shape.js';

/** What a stretch is judged by as a short answer, each about -1 to 1; the order is that of the weights. */
export const SPAN_FEATURES = [
  'nearness',
  'zoneRecall',
  'exclusive',
  'order',
  'yearRight',
  'yearWrong',
  'latest',
  'rangeStart',
  'holdsAsked',
  'focusAfter',
  'focusInside',
  'first',
  'position',
  'money',
  'percent',
  'multiple',
  'duration',
  'bareCount',
  'fullDate',
  'bareYear',
  'titled',
  'roleAfter',
  'speechBeside',
  'agent',
  'placeBefore',
  'ofBefore',
  'opens',
  'twoWords',
  'organisation',
  'acronym',
  'hyphened',
  'adjective',
  'joined',
  'joinedPersons',
  'quoted',
] as const;

export type SpanFeature = (typeof SPAN_FEATURES)[number];

/** Characters over which nearness to a question word fades to a half. */
const NEAR = 20;
/** One row of SPAN_FEATURES per candidate. */
export function describeSpans(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  candidates: readonly CandidateSpan[],
): Float64Array[] {
  const tokens = tokensOf(sentence);
  const asked = tokens.map(({ term }) =>
    question.years.includes(term) ? -1 : question.terms.findIndex((wanted) => akin(wanted, term)),
  );
  const view: View = { question, sentence, tokens, asked, candidates };
  return candidates.map(({ offer, zone }, which) => {
    const values = {
      ...aboutWords(view, offer, zone, which),
      ...aboutYears(view, which),
      ...shapeOf(question, sentence, offer),
    };
    return Float64Array.from(SPAN_FEATURES, (name) => Number(values[name]));
  });
}

interface View {
  readonly question: AnalysedQuestion;
  readonly sentence: AnalysedSentence;
  readonly tokens: readonly Token[];
  /** For each token the question term it is akin to, -1 where none. */
  readonly asked: readonly number[];
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
  for (const [place, term] of asked.entries()) {
    const token = tokens[place] as Token;
    if (term === -1 || (token.start < offer.end && offer.start < token.end)) continue;
    const distance = token.start >= offer.end ? token.start - offer.end : offer.start - token.end;
    nearest.set(term, Math.min(distance, nearest.get(term) ?? Infinity));
    if (isIn(token, zone.own)) inZone.add(term);
    else if (candidates.some((other) => other.zone !== zone && isIn(token, other.zone.own)))
      elsewhere.add(term);
  }
  const following = tokens.filter(({ start }) => start >= offer.end).slice(0, 3);
  const isFocus = (term: string) => question.focus.some((wanted) => akin(wanted, term));
  return {
    nearness: [...nearest.values()].reduce((sum, far) => sum + 1 / (1 + far / NEAR), 0) / all,
    zoneRecall: inZone.size / all,
    exclusive: (without(inZone, elsewhere) - without(elsewhere, inZone)) / all,
    order: ordered(tokens, asked, zone.clause) / all,
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
function ordered(tokens: readonly Token[], asked: readonly number[], stretch: Span): number {
  const pairs = new Set<number>();
  for (const [place, term] of asked.entries()) {
    if (term === -1 || !isIn(tokens[place] as Token, stretch)) continue;
    for (let next = place + 1; next <= place + 3 && next < asked.length; next++) {
      const after = asked[next] ?? -1;
      if ((after === term + 1 || after === term + 2) && isIn(tokens[next] as Token, stretch))
        pairs.add(term);
    }
  }
  return pairs.size;
}

function isIn({ start, end }: Span, zone: Span): boolean {
  return start >= zone.start && end <= zone.end;
}
