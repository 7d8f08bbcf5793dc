import type { AnalysedQuestion } from '../analysis/question.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence, Mention } from './analysed-passage.js';
import { type CandidateSpan, isNamedYear } from './candidate-spans.js';
import { placeInRange, type Zone } from './figure-zones.js';
import { TITLED } from './name-offers.js';
import { akin, type Token, tokensOf } from './sentence-tokens.js';
import { SPEECH } from './sentence-traits.js';

/** What a stretch is judged by as a short answer, each about -1 to 1; the order is that of the weights. */
export const SPAN_FEATURES = [
  'nearness',
  'zoneRecall',
  'clauseRecall',
  'sentenceRecall',
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
const ORGANISATION =
  /\b(?:Inc|Corp|Corporation|Company|Ltd|Bank|University|Institute|Association|Federation|Chamber|Ministry|Department|Agency|Organi[sz]ation|Committee|Council|Court|Party|Union|Group|Government|Parliament|Assembly|Congress|Society|Foundation|Museum|School|College|Army|Navy|Church|Team|Club|League|Commission|Fund|Office|Republic|Kingdom|Empire|War|Treaty|Act|Agreement|Summit|Conference)\b/u;

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
      ...aboutShape(view, offer),
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
  const inClause = new Set<number>();
  const elsewhere = new Set<number>();
  const anywhere = new Set<number>();
  for (const [place, term] of asked.entries()) {
    const token = tokens[place] as Token;
    if (term === -1 || (token.start < offer.end && offer.start < token.end)) continue;
    anywhere.add(term);
    const distance = token.start >= offer.end ? token.start - offer.end : offer.start - token.end;
    nearest.set(term, Math.min(distance, nearest.get(term) ?? Infinity));
    if (isIn(token, zone.own)) inZone.add(term);
    else if (candidates.some((other) => other.zone !== zone && isIn(token, other.zone.own)))
      elsewhere.add(term);
    if (isIn(token, zone.clause)) inClause.add(term);
  }
  const only = [...inZone].filter((term) => !elsewhere.has(term)).length;
  const missed = [...elsewhere].filter((term) => !inZone.has(term)).length;
  const following = tokens.filter(({ start }) => start >= offer.end).slice(0, 3);
  const isFocus = (term: string) => question.focus.some((wanted) => akin(wanted, term));
  return {
    nearness: [...nearest.values()].reduce((sum, far) => sum + 1 / (1 + far / NEAR), 0) / all,
    zoneRecall: inZone.size / all,
    clauseRecall: inClause.size / all,
    sentenceRecall: anywhere.size / all,
    exclusive: (only - missed) / all,
    order: ordered(tokens, asked, zone.clause) / all,
    holdsAsked: offer.terms.some((term) => question.terms.some((wanted) => akin(wanted, term))),
    focusAfter: following.some(({ term }) => isFocus(term)),
    focusInside: offer.terms.some(isFocus),
    first: which === 0,
    position: which / Math.max(1, candidates.length - 1),
  };
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

function aboutShape({ question, sentence }: View, offer: Mention) {
  const text = sentence.sentence.text;
  const before = text.slice(Math.max(0, offer.start - 30), offer.start);
  const after = text.slice(offer.end, offer.end + 40);
  const quantity = sentence.quantities.find(
    ({ start, end }) => start <= offer.start && offer.end <= end,
  );
  const name = quantity === undefined;
  const isAmount = question.type === 'amount';
  const words = offer.text.split(/\s/u).length;
  const quotes = (text.slice(0, offer.start).match(/["“”]/gu) ?? []).length;
  return {
    money: isAmount && quantity?.kind === 'money',
    percent: isAmount && quantity?.kind === 'percent',
    multiple: isAmount && quantity?.kind === 'multiple',
    duration: isAmount && quantity?.kind === 'duration',
    bareCount: quantity?.kind === 'count' && quantity.unit === '',
    fullDate: quantity?.kind === 'date' && /\p{L}/u.test(offer.text) && /\d{4}/u.test(offer.text),
    bareYear: quantity?.kind === 'date' && /^\d{4}$/u.test(offer.text),
    titled: name && TITLED.test(before),
    roleAfter: name && /^,\s(?:an?\s|the\s|\p{Lu}\p{Ll}+\s(?:of|at)\s|\p{Ll})/u.test(after),
    speechBeside:
      name &&
      (SPEECH.test(after.slice(0, 24)) ||
        /\b(?:said|says|added|according to)\s(?:\p{L}+\s){0,2}$/u.test(before)),
    agent: name && /\bby\s(?:\p{Ll}+\s){0,3}$/u.test(before),
    placeBefore:
      name && /\b(?:in|at|near|from|to|across|around|outside)\s(?:the\s)?$/iu.test(before),
    ofBefore: name && /\bof\s(?:the\s)?$/iu.test(before),
    opens: name && offer.start === 0,
    twoWords: name && words >= 2 && words <= 3,
    organisation: name && ORGANISATION.test(offer.text),
    acronym: name && /^[\p{Lu}\d&]{2,}$/u.test(offer.text),
    hyphened: name && words === 1 && offer.text.includes('-'),
    adjective: name && /^\s\p{Ll}{3,}/u.test(after) && /(?:ese|an|ish|ch|i)$/u.test(offer.text),
    joinedPersons: name && /^\S+\s\S+(?:\s\S+)?\sand\s\S+\s\S+/u.test(offer.text),
    joined: name && /\sand\s/u.test(offer.text),
    quoted: quotes % 2 === 1,
  };
}

function isIn({ start, end }: Span, zone: Span): boolean {
  return start >= zone.start && end <= zone.end;
}
