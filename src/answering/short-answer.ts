import { akin } from '../analysis/akin.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { Span } from '../domain/span.js';
import { longFormOf } from './abbreviation.js';
import type { AnalysedSentence } from './analysed-passage.js';
import { askedRange, asksForRange } from './asked-range.js';
import { type CandidateSpan, candidateSpans } from './candidate-spans.js';
import { CLOSE_SPAN_WEIGHTS } from './close-span-weights.js';
import { type Enumeration, enumerationsIn } from './enumerations.js';
import { tokensOf } from './sentence-tokens.js';
import {
  CLOSE_SPAN_FEATURES,
  describeSpans,
  describeSpansRead,
  SPAN_FEATURES,
} from './span-features.js';
import { SPAN_WEIGHTS } from './span-weights.js';

/** A stretch of a sentence that is the short answer; offsets into the sentence's text. */
export interface Offer extends Span {
  readonly text: string;
}

/** Kinds of question whose stretches are judged alike. */
export const SPAN_GROUPS = ['figure', 'date', 'person', 'place', 'name'] as const;
export type SpanGroup = (typeof SPAN_GROUPS)[number];

/** A stretch less likely than this to answer is not given. */
const LEAST_PROBABILITY = 0.4;
/** The same for the only name that holds the word for what is asked for, as "Ashford University" where a university is. */
const LEAST_PROBABILITY_OF_ITS_KIND = 0.1;

interface SpanWeights {
  readonly features: readonly number[];
  readonly none: number;
}

const LIGHT = perGroup(SPAN_FEATURES, SPAN_WEIGHTS);
const CLOSE = perGroup(CLOSE_SPAN_FEATURES, CLOSE_SPAN_WEIGHTS);

/** Characters over which nearness to a question word fades to a half. */
const NEAR = 20;
/** What a word after a list counts against one before it. */
const AFTER = 0.3;
/** What being led into by "including" or a colon counts for a list, as if one question word stood right before it. */
const LED_IN = 1;

/** How the stretches that answer a question are judged; null where no stretch of a known kind answers it. */
export function spanGroupOf({ type, focus }: AnalysedQuestion): SpanGroup | null {
  switch (type) {
    case 'date':
    case 'person':
    case 'place':
    case 'name':
      return type;
    case 'open':
      return focus.length > 0 ? 'name' : null;
    case 'list':
    case 'yesNo':
    case 'reason':
    case 'definition':
    case 'manner':
      return null;
    default:
      return 'figure';
  }
}

function perGroup<Name extends string>(
  features: readonly Name[],
  weights: Readonly<Record<SpanGroup, Readonly<Record<Name | 'none', number>>>>,
): Readonly<Record<SpanGroup, SpanWeights>> {
  const entries = SPAN_GROUPS.map((group): [SpanGroup, SpanWeights] => [
    group,
    { features: features.map((name) => weights[group][name]), none: weights[group].none },
  ]);
  return Object.fromEntries(entries) as Record<SpanGroup, SpanWeights>;
}

/** The span of a sentence that answers a question in a few words; null where the sentence itself is the answer or no span is sure. */
export function shortAnswer(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  reading: SentenceReading | null = null,
): Offer | null {
  const { text } = sentence.sentence;
  if (question.type === 'list') return offer(text, nearestList(question, sentence));
  if (question.type === 'definition') return offer(text, longFormOf(text, question.text));
  const range = asksForRange(question) ? askedRange(question, sentence) : null;
  return range === null
    ? (likeliest(question, sentence, reading)?.offer ?? null)
    : offer(text, range);
}

/** A candidate with the probability that it, or one it shares words with, answers. */
export interface LikelyCandidate extends CandidateSpan {
  readonly probability: number;
}

/** The likeliest stretch with its probability; null where giving none is likelier, or it is not sure enough. */
export function likeliest(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  reading: SentenceReading | null = null,
  leastProbability = LEAST_PROBABILITY,
): LikelyCandidate | null {
  const group = spanGroupOf(question);
  if (group === null) return null;
  const candidates = candidateSpans(question, sentence, reading);
  if (candidates.length === 0) return null;
  const weights = reading === null ? LIGHT[group] : CLOSE[group];
  const rows =
    reading === null
      ? describeSpans(question, sentence, candidates)
      : describeSpansRead(question, sentence, candidates, reading);
  const scores = rows.map((row) =>
    row.reduce((sum, value, i) => sum + value * (weights.features[i] ?? 0), 0),
  );
  const best = scores.indexOf(Math.max(...scores));
  const chosen = candidates[best];
  if (chosen === undefined) return null;
  const masses = scores.map((score) => Math.exp(score));
  const total = masses.reduce((sum, mass) => sum + mass, Math.exp(weights.none));
  const own = masses.filter((_, which) => overlaps(candidates[which], chosen));
  const probability = own.reduce((sum, mass) => sum + mass, 0) / total;
  const least = isOnlyOfItsKind(question, candidates)
    ? Math.min(leastProbability, LEAST_PROBABILITY_OF_ITS_KIND)
    : leastProbability;
  return probability < least ? null : { ...chosen, probability };
}

function isOnlyOfItsKind(
  { focus }: AnalysedQuestion,
  candidates: readonly CandidateSpan[],
): boolean {
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return false;
  return only.offer.terms.some((term) => focus.some((wanted) => akin(term, wanted)));
}

/** "A", "B" and "A and B" speak for one another. */
function overlaps(
  one: CandidateSpan | undefined,
  { offer: { start, end } }: CandidateSpan,
): boolean {
  return one !== undefined && one.offer.start < end && start < one.offer.end;
}

/** Of the lists of a sentence the one the question's words stand nearest to, before it rather than in it. */
function nearestList(question: AnalysedQuestion, sentence: AnalysedSentence): Span | null {
  const tokens = tokensOf(sentence);
  const asked = tokens.filter(({ term }) => question.terms.some((wanted) => akin(wanted, term)));
  const score = (list: Enumeration) =>
    (list.isLedIn ? LED_IN : 0) +
    asked.reduce((sum, { start, end }) => {
      if (start >= list.start && end <= list.end) return sum - 0.5;
      const near = (far: number) => 1 / (1 + far / NEAR);
      return sum + (end <= list.start ? near(list.start - end) : AFTER * near(start - list.end));
    }, 0);
  return enumerationsIn(sentence.sentence.text).toSorted((a, b) => score(b) - score(a))[0] ?? null;
}

function offer(text: string, span: Span | null): Offer | null {
  return span === null ? null : { ...span, text: text.slice(span.start, span.end) };
}
