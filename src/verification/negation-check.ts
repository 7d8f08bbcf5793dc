import { akin } from '../analysis/akin.js';
import { NEGATION, NO_DENIAL } from '../analysis/negation.js';
import type { StatedWord, Statement } from './statement.js';

/** Further words that deny; "no" is here since what it denies is looked at. */
const DENIALS = new RegExp(
  `${NEGATION.source}|\\b(?:no|nowhere|hardly|barely|scarcely|rarely|seldom|den(?:y|ies|ied)|untrue|false|wrongly|except|excluding|stopped|ceased|avoid(?:s|ed)?|prevent(?:s|ed)?|reject(?:s|ed)?|instead of|rather than|far from|little)\\b`,
  'giu',
);
/** "Did not open until May" tells when it opened. */
const UNTIL = /^[^.;:]{0,60}\b(?:until|but also|only)\b/iu;
/** Words after a denial, stop words left out, that it may reach. */
const REACH = 4;
/** Beginnings of words that turn them into their contrary. */
const PREFIX = /^(?:un|in|im|ir|il|dis|non)(?=\p{L}{4})/u;

interface Denial {
  readonly written: string;
  readonly reached: readonly StatedWord[];
}

/** Words that a sentence denies while its quotes affirm them, and the other way round. */
export function negationFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const own = denialsOf(claim);
  const said = pieces.flatMap(denialsOf);
  const failures = [
    ...own
      .filter(({ reached }) => !said.some((other) => sharesWord(reached, other.reached)))
      .filter(({ reached }) => said.length === 0 || isAffirmed(reached, pieces, said))
      .map(({ written }) => `the quotes do not deny what it denies (“${written}”)`),
    ...said
      .filter(({ reached }) => !own.some((other) => sharesWord(reached, other.reached)))
      .filter(({ reached }) => isAffirmedByClaim(reached, claim, pieces, said))
      .map(({ written }) => `the quotes deny (“${written}”) what it affirms`),
  ];
  return [...new Set([...failures, ...turnedWords(claim, pieces)])];
}

function denialsOf({ text, words }: Statement): Denial[] {
  return [...text.matchAll(DENIALS)].flatMap(({ 0: written, index }): Denial[] => {
    const end = index + written.length;
    const after = text.slice(index, end + 8);
    if (NO_DENIAL.test(after) || NO_DENIAL.test(text.slice(Math.max(0, index - 3), index + 4)))
      return [];
    if (/\b(?:not|never|n['’]t)$/iu.test(written) && UNTIL.test(text.slice(end))) return [];
    const clause = words.findLast(({ start }) => start <= index)?.clause ?? 0;
    const reached = words
      .filter((word) => word.start >= end && word.clause === clause && word.isTelling)
      .slice(0, REACH);
    return [{ written: written.trim(), reached }];
  });
}

function sharesWord(a: readonly StatedWord[], b: readonly StatedWord[]): boolean {
  return a.some(({ stem }) => b.some((other) => akin(stem, other.stem)));
}

/** Whether the pieces say words that are denied, beyond the reach of their own denials. */
function isAffirmed(
  reached: readonly StatedWord[],
  pieces: readonly Statement[],
  said: readonly Denial[],
): boolean {
  const denied = new Set(said.flatMap((one) => one.reached));
  return (
    reached.length === 0 ||
    reached.some(({ stem }) =>
      pieces.some(({ words }) => words.some((word) => !denied.has(word) && akin(word.stem, stem))),
    )
  );
}

/** Whether a sentence says the first words that its quotes deny, which they nowhere affirm. */
function isAffirmedByClaim(
  reached: readonly StatedWord[],
  claim: Statement,
  pieces: readonly Statement[],
  said: readonly Denial[],
): boolean {
  const denied = new Set(said.flatMap((one) => one.reached));
  const affirmed = (stem: string) =>
    pieces.some(({ words }) => words.some((word) => !denied.has(word) && akin(word.stem, stem)));
  return reached
    .slice(0, 2)
    .some(({ stem }) => !affirmed(stem) && claim.words.some((word) => akin(word.stem, stem)));
}

/** "Resolved" where the quotes say "unresolved", and the other way round, without a denial that makes up for it. */
function turnedWords(claim: Statement, pieces: readonly Statement[]): string[] {
  const said = pieces.flatMap(({ words }) => words);
  const denied = [claim, ...pieces].flatMap(denialsOf).flatMap(({ reached }) => reached);
  const isTurned = (a: readonly StatedWord[], b: readonly StatedWord[]) =>
    a.filter(({ lower }) => {
      const rest = lower.replace(PREFIX, '');
      return (
        rest !== lower &&
        b.some((other) => isForm(other.lower, rest)) &&
        !b.some((other) => isForm(other.lower, lower)) &&
        !denied.some((other) => isForm(other.lower, rest) || isForm(other.lower, lower))
      );
    });
  return [...isTurned(claim.words, said), ...isTurned(said, claim.words)].map(
    ({ lower }) => `“${lower}” is turned round`,
  );
}

function isForm(a: string, b: string): boolean {
  return (
    a === b ||
    (a.length >= 5 &&
      b.length >= 5 &&
      a.slice(0, 5) === b.slice(0, 5) &&
      Math.abs(a.length - b.length) <= 2)
  );
}
