import { findNames } from '../analysis/names.js';
import type { Party } from '../analysis/parties.js';
import { bare } from '../analysis/place-names.js';
import { isSamePlace } from '../analysis/places.js';
import { isStopWord, words } from '../analysis/terms.js';
import type { Statement } from './statement.js';

/** Forms of address that say nothing of who is meant. */
const ADDRESS = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor)\.?\s/u;
/** Pronouns that leave open who is meant where a sentence opens with them. */
const PRONOUN = /^["'“‘(]?(?:he|she|they|it|his|her|their|its)\b/iu;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+/gu;
/** Endings of words that are hardly ever proper names. */
const COMMON_ENDING = /(?:ing|ed|ly|tion|sion|ment|ness|ship|ity|ies|ers|ors|ists|ments|tions)$/u;

/** Names of a sentence that none of its quotes holds. */
export function nameFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const failures = claim.parties
    .filter((party) => !pieces.some((piece) => isNameSaid(claim, party, piece)))
    .map((party) => `the name “${nameOf(claim, party)}” is not in the quotes it cites`);
  const opens = PRONOUN.exec(claim.text)?.[0];
  if (opens !== undefined && !pieces.some(({ text }) => PRONOUN.test(text)))
    failures.push(`it does not say who or what “${opens}” is`);
  return failures;
}

/** Whether a piece holds a name: the same place, its words, or the name its letters stand for. */
export function isNameSaid(claim: Statement, party: Party, piece: Statement): boolean {
  const { place } = party;
  if (
    place !== null &&
    piece.parties.some((said) => said.place !== null && isSamePlace(place, said.place))
  )
    return true;
  const name = nameOf(claim, party);
  return (
    partsOf(name).every((part) => isSaid(part, piece)) ||
    (isOpening(claim, party) && isCommonWord(name, piece))
  );
}

function isSaid(name: string, piece: Statement): boolean {
  const claimed = wordsOf(name);
  if (claimed.length === 0 || holdsInOrder(wordsOf(piece.text), claimed)) return true;
  const isPartOf = ({ text }: { readonly text: string }) =>
    partsOf(text).some((said) => {
      const own = wordsOf(said);
      return claimed.every((word) => own.some((other) => isSameWord(word, other)));
    });
  return (
    findNames(piece.text).some(isPartOf) || isShortFor(name, piece.text) || isShortIn(name, piece)
  );
}

/** The names that a run of capitalised words joins: "Ann Lee and Bo Holm". */
function partsOf(name: string): string[] {
  return name.split(/\s(?:and|&|or)\s/u).filter((part) => part.trim() !== '');
}

function nameOf({ text }: Statement, { start, end }: Party): string {
  return text.slice(start, end).replace(ADDRESS, '');
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => bare(word)).filter((word) => word !== 's');
}

function isSameWord(claimed: string, said: string): boolean {
  return claimed === said || `${claimed}s` === said || claimed === `${said}s`;
}

/** Whether words stand one after the other in a text. */
function holdsInOrder(text: readonly string[], wanted: readonly string[]): boolean {
  return text.some((_, at) =>
    wanted.every((word, step) => isSameWord(word, text[at + step] ?? '')),
  );
}

/** "WTO" for words of the piece that begin with these letters. */
function isShortFor(name: string, text: string): boolean {
  const letters = name.replace(/[.\s]/gu, '');
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const capitals = findNames(text).map(({ text: said }) =>
    said
      .split(/[\s-]+/u)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join(''),
  );
  return capitals.some((one) => one.includes(letters));
}

/** A long name for letters in the piece. */
function isShortIn(name: string, { text }: Statement): boolean {
  const letters = name
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
  return letters.length >= 2 && new RegExp(`\\b${letters}\\b`, 'u').test(text);
}

function isOpening({ text }: Statement, { start, end }: Party): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && !/\s/u.test(text.slice(start, end).trim());
}

/** A word with a capital only because it opens the sentence: the piece has it in small letters or in another form. */
function isCommonWord(name: string, { words: said, text }: Statement): boolean {
  const lower = name.toLowerCase();
  const [stem] = words(lower);
  return (
    isStopWord(lower) ||
    COMMON_ENDING.test(lower) ||
    text.includes(` ${lower}`) ||
    said.some((word) => word.stem === stem)
  );
}
