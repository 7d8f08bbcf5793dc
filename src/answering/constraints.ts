import { akin } from '../analysis/akin.js';
import { isNearWord } from '../analysis/near-word.js';
import { NEGATION } from '../analysis/negation.js';
import { opposed } from '../analysis/opposites.js';
import {
  type Belonging,
  type Bond,
  belongings,
  bonds,
  findParties,
  isSameParty,
  type Party,
} from '../analysis/parties.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import { type Rank, rankDistance, ranksIn } from '../analysis/ranks.js';
import { isStopWord, words } from '../analysis/terms.js';
import type { AnalysedPassage, AnalysedSentence } from './analysed-passage.js';
import { kindUnmet, unitUnmet } from './kind-asked.js';
import { isNegatedNear } from './negation.js';

/** The ways in which a sentence can fail what a question demands; the order is that of feature vectors. */
export const CONSTRAINTS = [
  'otherYear',
  'otherPlace',
  'otherName',
  'otherOwner',
  'swapped',
  'otherKind',
  'otherUnit',
  'opposed',
  'otherRank',
  'negated',
  'untold',
] as const;

export type Constraint = (typeof CONSTRAINTS)[number];

/** What a question demands of a sentence that answers it, worked out once. */
export interface Demands {
  readonly question: AnalysedQuestion;
  readonly places: readonly Party[];
  readonly names: readonly Party[];
  readonly belongings: readonly Belonging[];
  readonly bonds: readonly Bond[];
  readonly ranks: readonly Rank[];
  readonly words: readonly string[];
  readonly isNegated: boolean;
  /** Terms that tell what happened or is asked about, names, years and the kind of answer left out. */
  readonly told: readonly string[];
}

/** Reads off a question what its answer must keep to. */
export function constraintsOf(question: AnalysedQuestion): Demands {
  const { text } = question;
  const parties = findParties(text);
  const named = new Set(parties.flatMap(({ terms }) => terms));
  return {
    question,
    places: parties.filter(({ place }) => place !== null),
    names: parties.filter(({ place }) => place === null),
    belongings: belongings(text, parties),
    bonds: bonds(text, parties),
    ranks: question.type === 'ordinal' ? [] : ranksIn(text),
    words: words(text),
    isNegated: NEGATION.test(text),
    told: question.terms.filter(
      (term) =>
        !named.has(term) &&
        !/^\d/u.test(term) &&
        !question.focus.includes(term) &&
        !isStopWord(term),
    ),
  };
}

/**
 * How far a sentence fails each demand, 0 (meets it, or it is not made) to 1 (plainly says another thing).
 * The passage's title, headings and sentences before are looked at where the sentence itself is silent.
 */
export function unmetConstraints(
  demands: Demands,
  passage: AnalysedPassage,
  sentence: AnalysedSentence,
): Record<Constraint, number> {
  const { question } = demands;
  const { text } = sentence.sentence;
  const context = contextOf(passage);
  const own = partiesOf(sentence, text);
  const whole = partiesOf(passage, `${context}\n${passage.passage.text}`);
  const above = partiesOf(passage.contextTerms, context);
  return {
    otherYear: yearUnmet(question, passage, sentence),
    otherPlace: worst(demands.places, (asked) => placeUnmet(demands, asked, own, above, whole)),
    otherName: worst(demands.names, (asked) => nameUnmet(demands, asked, own, above, passage)),
    otherOwner: worst(demands.belongings, (asked) => ownerUnmet(asked, belongings(text, own))),
    swapped: worst(demands.bonds, (asked) => bondUnmet(asked, bonds(text, own))),
    otherKind: kindUnmet(question, sentence),
    otherUnit: unitUnmet(question, sentence),
    opposed: opposed(demands.words, words(text)).length > 0 ? 1 : 0,
    otherRank: worst(demands.ranks, (wanted) => rankDistance(wanted, ranksIn(text))),
    negated:
      question.type !== 'yesNo' && isNegatedNear(sentence, demands.told) !== demands.isNegated
        ? 1
        : 0,
    untold: untold(demands, sentence),
  };
}

function worst<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((most, item) => Math.max(most, measure(item)), 0);
}

const found = new WeakMap<object, readonly Party[]>();

function partiesOf(owner: object, text: string): readonly Party[] {
  const known = found.get(owner);
  if (known !== undefined) return known;
  const parties = findParties(text);
  found.set(owner, parties);
  return parties;
}

/** What governs a passage: its document's title, author and publisher, and the headings above it. */
function contextOf({ passage: { document, headings } }: AnalysedPassage): string {
  const { author, publisher } = document.metadata;
  return [document.title, author ?? '', publisher ?? '', ...headings].join('\n');
}

/** A year none of those asked for; silence counts less, least where the passage or its date has the year. */
function yearUnmet(
  { years, periods }: AnalysedQuestion,
  passage: AnalysedPassage,
  sentence: AnalysedSentence,
): number {
  if (years.length + periods.length === 0) return 0;
  const fits = (year: string): boolean =>
    years.includes(year) ||
    periods.some(({ first, last }) => first <= Number(year) && Number(year) <= last);
  const own = [...sentence.years];
  if (years.length > 1 ? years.every((year) => own.includes(year)) : own.some(fits)) return 0;
  if (own.length > 0 && !own.some(fits)) return 1;
  const rest = passage.sentences.flatMap((one) => [...one.years]);
  if (rest.some(fits) || [...passage.contextTerms].some(fits)) return 0.2;
  const published = passage.passage.document.metadata.published?.slice(0, 4);
  if (published !== undefined && fits(published)) return 0.3;
  return rest.length > 0 ? 0.7 : 0.5;
}

/** A country asked about that is not in the sentence, worst where another stands in its place. */
function placeUnmet(
  { places }: Demands,
  asked: Party,
  own: readonly Party[],
  above: readonly Party[],
  whole: readonly Party[],
): number {
  const names = (parties: readonly Party[]) => parties.some((one) => isSameParty(one, asked));
  const namesAnother = (parties: readonly Party[]) =>
    parties.some((one) => one.place !== null && !places.some((place) => isSameParty(one, place)));
  if (names(own)) return 0;
  if (namesAnother(own)) return names(whole) ? 0.5 : 1;
  if (names(above)) return 0;
  if (names(whole)) return 0.2;
  return namesAnother(whole) ? 0.8 : 0.4;
}

/** A proper name asked about of which neither sentence nor passage has a word, worst where the sentence names another. */
function nameUnmet(
  { names }: Demands,
  asked: Party,
  own: readonly Party[],
  above: readonly Party[],
  passage: AnalysedPassage,
): number {
  if ([...own, ...above].some((one) => isSameParty(one, asked))) return 0;
  const held = asked.terms.filter(
    (term) =>
      passage.termSet.has(term) || [...passage.termSet].some((own) => isNearWord(term, own)),
  ).length;
  const missing = 1 - held / Math.max(1, asked.terms.length);
  const isRival = own.some(
    (one) => one.place === null && !names.some((name) => isSameParty(name, one)),
  );
  return Math.max(missing * (isRival ? 1 : 0.6), 0.15);
}

/** What is asked of one party is told of another. */
function ownerUnmet(asked: Belonging, said: readonly Belonging[]): number {
  const same = said.filter(({ thing }) => akin(thing, asked.thing));
  return same.length > 0 && !same.some(({ owner }) => isSameParty(owner, asked.owner)) ? 1 : 0;
}

/** What is asked from one party to another is told the other way round. */
function bondUnmet(asked: Bond, said: readonly Bond[]): number {
  const isSame = (one: Bond, from: Party, to: Party) =>
    akin(one.by, asked.by) && isSameParty(one.from, from) && isSameParty(one.to, to);
  return !said.some((one) => isSame(one, asked.from, asked.to)) &&
    said.some((one) => isSame(one, asked.to, asked.from))
    ? 1
    : 0;
}

/** Share of what is asked about the names that the sentence and the words above it leave unsaid. */
function untold({ told }: Demands, sentence: AnalysedSentence): number {
  const around = [...sentence.around];
  const missing = told.filter((term) => !around.some((one) => akin(one, term)));
  return told.length === 0 ? 0 : missing.length / told.length;
}
