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
const JOINS = /^(?:,?\s(?:and|or|&)\s|,\s)(?:the\s)?$/u;
/** Words that tell how something is done or meant rather than who or what does it. */
const NO_PLAYER =
  /(?:ed|ing|ly)$|^(?:must|may|might|could|would|shall|also|even|still|already|many|much|one|two|new|old|high|low|large|small|former|late|early)$/u;
/** What may stand between a name and what is told of it. */
const BESIDE =
  /^(?:['’]s?)?(?:\s(?:is|are|was|were|be|been|has|have|had|will|would|does|did|in|also)){0,3}\s?$/u;
/** Words looked back over for the preposition a name hangs on. */
const LOOK_BACK = 4;

/** Who plays which part in a text, by the order of words, prepositions and voice. Names joined by "and" play the same parts. */
export function playersOf(statement: Statement): Player[] {
  const groups: (Player & Span)[][] = [];
  for (const player of singlePlayers(statement)) {
    const last = groups.at(-1)?.at(-1);
    const between = last === undefined ? '' : statement.text.slice(last.end, player.start);
    const isJoined =
      last !== undefined &&
      (last.party === null) === (player.party === null) &&
      JOINS.test(between);
    if (isJoined) groups.at(-1)?.push(player);
    else groups.push([player]);
  }
  return groups.flatMap((group) => {
    const slots = new Set(group.flatMap((player) => [...player.slots]));
    return group.map(({ stems, party }) => ({ stems, party, slots }));
  });
}

function singlePlayers(statement: Statement): (Player & Span)[] {
  const { words, parties, figures, dates } = statement;
  const holds = (spans: readonly Span[], word: Span) =>
    spans.some(({ start, end }) => word.start >= start && word.end <= end);
  const named = parties.map((party): Player & Span => {
    const clause = words.find(({ start }) => start >= party.start)?.clause ?? 0;
    const { start, end, terms } = party;
    return { stems: terms, party, slots: slotsOf(statement, party, clause), start, end };
  });
  const plain = words
    .filter(
      (word) =>
        word.isTelling &&
        !NO_PLAYER.test(word.lower) &&
        !holds([...parties, ...figures, ...dates], word),
    )
    .map((word): Player & Span => {
      const { start, end, stem, clause } = word;
      return { stems: [stem], party: null, slots: slotsOf(statement, word, clause), start, end };
    });
  return [...named, ...plain].sort((a, b) => a.start - b.start);
}

function slotsOf({ text, words, parties }: Statement, span: Span, clause: number): Set<string> {
  const around = words.filter((word) => word.clause === clause);
  const before = around.filter(({ end }) => end <= span.start);
  const after = around.filter(({ start }) => start >= span.end);
  const slots = new Set<string>();
  const hangsOn = prepositionOf(before);
  const isNamed = ({ start, end }: Span) =>
    parties.some((party) => start >= party.start && end <= party.end);
  const passives = around.filter((word, at) => isPassive(around, at) && word.isTelling);
  const next = after.find(({ isTelling }) => isTelling);
  const between = next === undefined ? null : text.slice(span.end, next.start);
  if (next !== undefined && between !== null && BESIDE.test(between) && !passives.includes(next))
    slots.add(`of ${next.stem}`);
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
    /(?:ed|en|wn|ne|nt|ld|lt|pt|ght|ade|ung|uck|ut|id|et)$/u.test(words[at]?.lower ?? '') &&
    words.slice(Math.max(0, at - 2), at).some(({ lower }) => BE.test(lower))
  );
}

/** Whether two players may be one. */
export function isSamePlayer(a: Player, b: Player): boolean {
  if (a.party !== null && b.party !== null) return isSameParty(a.party, b.party);
  if (a.party !== null || b.party !== null) return false;
  return a.stems.some((stem) => b.stems.some((other) => akin(stem, other)));
}
