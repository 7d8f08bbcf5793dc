import { akin } from '../analysis/akin.js';
import { isSameParty, type Party } from '../analysis/parties.js';
import type { Span } from '../domain/span.js';
import { isSpeech } from './speakers.js';
import type { StatedWord, Statement } from './statement.js';

/** Somebody or something that plays a part in what a text tells, with the parts it plays. */
export interface Player {
  readonly stems: readonly string[];
  readonly party: Party | null;
  /** "before sell", "after sell" (the doer first, whatever the voice), "to", "from", "of export". */
  readonly slots: ReadonlySet<string>;
}

const PREPOSITION =
  /^(?:to|into|from|with|on|upon|against|over|behind|than|for|of|in|at|under|through|via|towards?|among|between|by|during|after|before|since|within|like|as|about|because)$/u;
const BE = /^(?:is|are|was|were|be|been|being|get|gets|got)$/u;
const JOINS = /^[\s,]*(?:and|or|&)?\s*(?:the\s)?$/u;
/** Words looked back over for the preposition a name hangs on. */
const LOOK_BACK = 4;

/** Who plays which part in a text, by the order of words, prepositions and voice. */
export function playersOf(statement: Statement): Player[] {
  const { words, parties } = statement;
  const ofParty = (word: StatedWord) =>
    parties.find(({ start, end }) => word.start >= start && word.end <= end);
  const players: (Player & Span)[] = [];
  for (const word of words) {
    const party = ofParty(word) ?? null;
    if (party !== null ? word.start !== firstStart(words, party) : !word.isTelling) continue;
    const { start, end } = party ?? word;
    const before = players.at(-1);
    const isJoined =
      before !== undefined &&
      JOINS.test(statement.text.slice(before.end, start)) &&
      before.end < start &&
      /and|,|or|&/u.test(statement.text.slice(before.end, start));
    const slots =
      isJoined && (before.party === null) === (party === null)
        ? before.slots
        : slotsOf(statement, { start, end }, word.clause);
    players.push({ stems: party?.terms ?? [word.stem], party, slots, start, end });
  }
  return players;
}

function firstStart(words: readonly StatedWord[], party: Party): number {
  return words.find(({ start, end }) => start >= party.start && end <= party.end)?.start ?? -1;
}

function slotsOf({ words, parties }: Statement, span: Span, clause: number): Set<string> {
  const around = words.filter((word) => word.clause === clause);
  const before = around.filter(({ end }) => end <= span.start);
  const after = around.filter(({ start }) => start >= span.end);
  const slots = new Set<string>();
  const hangsOn = prepositionOf(before);
  const next = after[0];
  if (next?.isTelling === true && next.start - span.end <= 3) slots.add(`of ${next.stem}`);
  const isNamed = ({ start, end }: Span) =>
    parties.some((party) => start >= party.start && end <= party.end);
  const passives = around.filter((word, at) => isPassive(around, at) && word.isTelling);
  if (hangsOn === 'by') {
    const verb = passives.findLast(({ end }) => end <= span.start);
    slots.add(verb === undefined ? 'by' : `before ${verb.stem}`);
  } else if (hangsOn !== null) slots.add(hangsOn);
  else {
    for (const verb of around) {
      if (!verb.isTelling || isNamed(verb) || (verb.start >= span.start && verb.end <= span.end))
        continue;
      const isBefore = verb.start >= span.end;
      const isTurned = passives.includes(verb) || (isSpeech(verb.lower) && verb === before.at(-1));
      slots.add(`${isBefore === isTurned ? 'after' : 'before'} ${verb.stem}`);
    }
  }
  return slots;
}

/** The preposition right before a name, its article and the words that qualify it left out. */
function prepositionOf(before: readonly StatedWord[]): string | null {
  for (const word of before.slice(-LOOK_BACK).reverse()) {
    if (PREPOSITION.test(word.lower)) return word.lower;
    if (
      BE.test(word.lower) ||
      /(?:ed|ing|s)$/u.test(word.lower) ||
      !(word.isTelling || /^(?:the|an?|its?|their|his|her|both)$/u.test(word.lower))
    )
      return null;
  }
  return null;
}

/** A participle after a form of "be". */
function isPassive(words: readonly StatedWord[], at: number): boolean {
  return (
    /(?:ed|en|wn|ne|nt|ld|pt|ght|ade|ung|uck|ut|id|et)$/u.test(words[at]?.lower ?? '') &&
    words.slice(Math.max(0, at - 2), at).some(({ lower }) => BE.test(lower))
  );
}

/** Whether two players may be one. */
export function isSamePlayer(a: Player, b: Player): boolean {
  if (a.party !== null && b.party !== null) return isSameParty(a.party, b.party);
  if (a.party !== null || b.party !== null) return false;
  return a.stems.some((stem) => b.stems.some((other) => akin(stem, other)));
}
