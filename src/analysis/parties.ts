import type { Span } from '../domain/span.js';
import { findNames } from './names.js';
import { isNearWord } from './near-word.js';
import { findPlaces, isSamePlace, type Place } from './places.js';
import { isStopWord, terms, words } from './terms.js';

/** Somebody or something with a proper name, of which a text tells; offsets into the text. */
export interface Party extends Span {
  readonly terms: readonly string[];
  /** Null where the name is of no country or continent. */
  readonly place: Place | null;
}

/** A party with a thing that is its own or that it does: "Chilean exports", "Peru's coast", "the price of Volvo". */
export interface Belonging {
  readonly owner: Party;
  /** Stem of the word for it. */
  readonly thing: string;
}

/** Who stands to whom in what way: "A sells to B" is from A to B by "to", "B was sued by A" from A to B by "sue". */
export interface Bond {
  readonly from: Party;
  readonly by: string;
  readonly to: Party;
}

/** Places and other proper names of a text, in order, without overlap. */
export function findParties(text: string): Party[] {
  const places = findPlaces(text).map(
    (place): Party => ({ ...place, terms: terms(place.text), place }),
  );
  const others = findNames(text)
    .filter(({ start, end }) => !places.some((one) => start < one.end && one.start < end))
    .map(({ start, end, text: name }): Party => ({ start, end, terms: terms(name), place: null }));
  return [...places, ...others].sort((a, b) => a.start - b.start);
}

/** Whether two names may stand for one party: the same country, or a word in common, a slip of the pen apart. */
export function isSameParty(a: Party, b: Party): boolean {
  if (a.place !== null && b.place !== null) return isSamePlace(a.place, b.place);
  return a.terms.some((term) => b.terms.some((other) => isNearWord(term, other)));
}

const AFTER =
  /^(['’]s?)?\s(?:(?:is|are|was|were|be|been|has|have|had|did)\s){0,2}(\p{Ll}[\p{L}-]*)(?:\s(\p{Ll}[\p{L}-]*))?/u;
const BEFORE = /(\p{Ll}[\p{L}-]*)\sof\s(?:the\s)?$/u;

/** What belongs to which party, as far as the words right beside the name tell. */
export function belongings(text: string, parties: readonly Party[]): Belonging[] {
  return parties.flatMap((owner) => {
    const after = AFTER.exec(text.slice(owner.end, owner.end + 60));
    const before = BEFORE.exec(text.slice(Math.max(0, owner.start - 50), owner.start));
    const first = telling(after?.[2]);
    const second = first === null || after?.[1] === undefined ? null : telling(after[3]);
    return [first, second, telling(before?.[1])].flatMap((thing) =>
      thing === null ? [] : [{ owner, thing }],
    );
  });
}

const BONDS =
  /\b(to|into|towards?|from|with|on|upon|against|over|behind|than)\s(?:(?:the|its|their|his|her|an?)\s)?$/u;
const PASSIVE = /\b(?:is|are|was|were|been|being)\s(?:\p{Ll}+\s){0,2}?(\p{Ll}+)\sby\s(?:the\s)?$/u;
const LONGEST_BETWEEN = 90;
/** How many parties may stand between the two. */
const REACH = 2;

/** Bonds between parties of one clause, as far as the words between them tell. */
export function bonds(text: string, parties: readonly Party[]): Bond[] {
  return parties.flatMap((from, which) =>
    parties.slice(which + 1, which + 1 + REACH).flatMap((to, step): Bond[] => {
      const between = text.slice(from.end, to.start);
      if (between.length > LONGEST_BETWEEN || /[.;:?!]/u.test(between)) return [];
      const passive = telling(PASSIVE.exec(between)?.[1]);
      if (passive !== null) return [{ from: to, by: passive, to: from }];
      const by = BONDS.exec(between)?.[1];
      if (by !== undefined) return [{ from, by, to }];
      const only = /^(?:['’]s)?\s(?:\p{Ll}+\s)?(\p{Ll}+)\s(?:the\s)?$/u.exec(between)?.[1];
      const verb = step === 0 ? telling(only) : null;
      return verb === null ? [] : [{ from, by: verb, to }];
    }),
  );
}

function telling(word: string | undefined): string | null {
  return word === undefined || isStopWord(word) ? null : (words(word)[0] ?? null);
}
