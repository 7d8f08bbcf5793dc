import { akin } from '../analysis/akin.js';
import { findParties, isSameParty, type Party } from '../analysis/parties.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import { isStopWord } from '../analysis/terms.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';
import type { CandidateSpan } from './candidate-spans.js';
import { dot } from './dot.js';
import { tokensOf } from './sentence-tokens.js';

/** A figure in the sentence that states it. */
export interface Statement {
  readonly sentence: AnalysedSentence;
  readonly span: Pick<CandidateSpan, 'offer' | 'zone' | 'year'>;
}

/** Cosine above which two sentences may speak of the same thing; less is enough where the figures are near to each other. */
const LEAST_COSINE = 0.6;
const LEAST_COSINE_OF_NEAR = 0.4;
/** Share of the question's words found beside one figure that must be found beside the other: of the fewer, and of the more. */
const LEAST_ASKED = { ofFewer: 0.75, ofMore: 0.6, ofMoreOfNear: 1 / 3 };
/** Share of the shorter clause's telling words that the other must hold. */
const LEAST_SHARED = 0.2;

/**
 * Whether two figures are told of the same thing: for the same year where both name one, in clauses that hold about the
 * same words of the question, share a telling word and do not name others than the question names.
 * @param areNear Whether the two figures are so near to each other that less else must agree.
 */
export function isSameThing(
  question: AnalysedQuestion,
  a: Statement,
  b: Statement,
  areNear: boolean,
): boolean {
  if (!isForSameTime(a, b)) return false;
  const cosine = dot(a.sentence.sentence.vector, b.sentence.sentence.vector);
  if (cosine < (areNear ? LEAST_COSINE_OF_NEAR : LEAST_COSINE)) return false;
  const [ofA, ofB] = [clauseOf(a), clauseOf(b)];
  const asked = [ofA, ofB].map(({ terms }) =>
    question.terms.filter(
      (term) => !question.years.includes(term) && terms.some((one) => akin(term, one)),
    ),
  ) as [string[], string[]];
  const both = asked[0].filter((term) => asked[1].includes(term)).length;
  const counts = asked.map(({ length }) => length);
  if (both === 0 || both < LEAST_ASKED.ofFewer * Math.min(...counts)) return false;
  if (both < (areNear ? LEAST_ASKED.ofMoreOfNear : LEAST_ASKED.ofMore) * Math.max(...counts))
    return false;
  if (namesOthers(question, a, b)) return false;
  const shared = ofA.telling.filter((term) => ofB.telling.some((one) => akin(term, one))).length;
  return shared > 0 && shared >= LEAST_SHARED * Math.min(ofA.telling.length, ofB.telling.length);
}

/** Whether nothing tells that the figures are for different years; what has held since a year holds in those after it. */
export function isForSameTime(a: Statement, b: Statement): boolean {
  const [one, other] = [a, b].map(({ span }) => span.year) as [number | null, number | null];
  if (one === null || other === null || one === other) return true;
  return one < other ? holdsSince(a, one) : holdsSince(b, other);
}

function holdsSince({ sentence }: Statement, year: number): boolean {
  return new RegExp(String.raw`\bsince\s(?:[\p{L}\d]+\s){0,3}${year}\b`, 'iu').test(
    sentence.sentence.text,
  );
}

interface Clause {
  readonly terms: readonly string[];
  /** Terms but names, figures and words too common to tell. */
  readonly telling: readonly string[];
  readonly names: readonly Party[];
}

function clauseOf({ sentence, span }: Statement): Clause {
  const { clause } = span.zone;
  const isWithin = ({ start, end }: Span) => start >= clause.start && end <= clause.end;
  const names = findParties(sentence.sentence.text).filter(
    // A capital opens every sentence; only places are sure to be names there.
    (name) => (name.start > 0 || name.place !== null) && isWithin(name),
  );
  const tokens = tokensOf(sentence).filter(
    (token) => isWithin(token) && !(token.start < span.offer.end && span.offer.start < token.end),
  );
  return {
    terms: tokens.map(({ term }) => term),
    telling: [
      ...new Set(
        tokens
          .filter(
            ({ term, start, end }) =>
              !/\d/u.test(term) &&
              !isStopWord(sentence.sentence.text.slice(start, end)) &&
              !names.some((name) => name.start <= start && end <= name.end),
          )
          .map(({ term }) => term),
      ),
    ],
    names,
  };
}

/** Whether what one figure is told of has a name for what the question calls otherwise. */
export function namesOthers(question: AnalysedQuestion, a: Statement, b: Statement): boolean {
  const [ofA, ofB] = [clauseOf(a), clauseOf(b)];
  return namesAnother(question, ofA, ofB) || namesAnother(question, ofB, ofA);
}

/** Whether one clause lacks a name of the question that the other holds, and holds a name that neither the question nor the other does. */
function namesAnother(question: AnalysedQuestion, one: Clause, other: Clause): boolean {
  const wanted = findParties(question.text);
  const holds = (names: readonly Party[], name: Party) =>
    names.some((own) => isSameParty(own, name));
  const lacks = wanted.some((name) => holds(other.names, name) && !holds(one.names, name));
  return lacks && one.names.some((name) => !holds(wanted, name) && !holds(other.names, name));
}
