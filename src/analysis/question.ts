import type { AnswerType } from './answer-type.js';
import { decadesIn, type YearRange, yearsIn } from './named-years.js';
import { findNames } from './names.js';
import { askedBy } from './question-type.js';
import { terms } from './terms.js';

export type { AnswerType } from './answer-type.js';

/** A question taken apart once, for all that read it. */
export interface AnalysedQuestion {
  readonly text: string;
  /** Distinct terms that say what it is about, without the words that only say which kind of answer is wanted. */
  readonly terms: readonly string[];
  /** Adjacent pairs of terms, joined by a blank. */
  readonly bigrams: ReadonlySet<string>;
  readonly type: AnswerType;
  /** Terms that name what is asked for ("how many companies"): what the answer is one of, or counts. */
  readonly focus: readonly string[];
  /** Whether the wording fixes the present ("now", "today", "latest"). */
  readonly asksForNow: boolean;
  /** Years it names, as written. */
  readonly years: readonly string[];
  /** Decades or parts of them it names ("the early seventies"). */
  readonly periods: readonly YearRange[];
  /** Other figures it names, as `terms` writes them. */
  readonly numbers: readonly string[];
  /** Proper names it holds, each as its terms. */
  readonly names: readonly (readonly string[])[];
}

/** Words that ask rather than tell. */
const ASKING = new Set(
  terms(
    'many much percentage percent share year date kind type number tell say said according article source please know explain describe mean called give name list exactly',
  ),
);

const NOW =
  /\b(?:now|nowadays|today|currently|current|latest|at present|these days|recently|by now)\b/;

/** Takes a question apart. */
export function analyseQuestion(text: string): AnalysedQuestion {
  const lower = text.normalize('NFKC').toLowerCase().replace(/[’]/g, "'").trim();
  const all = terms(text);
  const telling = all.filter((term) => !ASKING.has(term));
  const kept = telling.length > 0 ? telling : all;
  const years = yearsIn(text);
  const asked = askedBy(lower);
  return {
    text,
    terms: [...new Set(kept)],
    bigrams: new Set(kept.slice(1).map((term, place) => `${kept[place]} ${term}`)),
    type: asked.type,
    focus: asked.focus === '' ? [] : terms(asked.focus),
    asksForNow: NOW.test(lower),
    years,
    periods: decadesIn(text),
    numbers: [...new Set(kept.filter((term) => /^\d/.test(term) && !years.includes(term)))],
    names: findNames(text)
      .map((name) => terms(name.text))
      .filter((name) => name.length > 0),
  };
}
