import { findNames } from '../analysis/names.js';
import { findPlaces } from '../analysis/places.js';
import { terms } from '../analysis/terms.js';
import type { EarlierTurn } from '../domain/reading-assistant.js';

const MOST_QUESTIONS = 3;
const LONGEST = 500;
/** Words that neither the question nor the history has: what a plainer wording needs, and no more. */
const MOST_NEW_TERMS = 3;
const FIGURES = /\p{N}[\p{N}.,:/-]*/gu;
const DENIES = /\b(?:not|no|never|none|nobody|nothing|without|neither|nor|cannot)\b|n[’']t\b/iu;
const MARKUP = /https?:|www\.|[<>{}[\]`|\\]/u;
/** Names of the last answers that may be meant by a pronoun. */
const TOLD_TURNS = 4;

/**
 * Whether questions that a model made of a question may be asked in its place: no name, figure or place that stands in
 * neither the question nor the history, hardly another word, none of its own names and figures lost, as denying as it was.
 */
export function mayReplace(
  question: string,
  history: readonly EarlierTurn[],
  written: readonly string[],
): boolean {
  if (written.length === 0 || written.length > MOST_QUESTIONS) return false;
  const all = written.join(' ');
  if (written.some((one) => one.length > LONGEST || terms(one).length === 0)) return false;
  if ((MARKUP.test(all) && !MARKUP.test(question)) || /\p{Cc}/u.test(all)) return false;
  const told = history.slice(-TOLD_TURNS).flatMap((turn) => [turn.question, turn.answer]);
  const known = [...told, question].join(' ');
  return (
    isWithin(all, known) &&
    isWithin(question, all, true) &&
    DENIES.test(question) === DENIES.test(all)
  );
}

/** Whether what a text names stands in another; strictly, names and figures alone. */
function isWithin(text: string, other: string, namesAlone = false): boolean {
  const words = new Set(wordsOf(other));
  const figures = new Set(figuresOf(other));
  const named = [...findNames(text), ...findPlaces(text)].flatMap((one) => wordsOf(one.text));
  if (named.some((word) => !words.has(word)) || figuresOf(text).some((one) => !figures.has(one)))
    return false;
  if (namesAlone) return true;
  const otherTerms = new Set(terms(other));
  return new Set(terms(text).filter((term) => !otherTerms.has(term))).size <= MOST_NEW_TERMS;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']s?\b/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function figuresOf(text: string): string[] {
  return (text.match(FIGURES) ?? []).map((one) => one.replace(/[.,:/-]+$/u, ''));
}
