import { decadesIn, yearsIn } from '../analysis/named-years.js';
import { findNames } from '../analysis/names.js';
import { findPlaces } from '../analysis/places.js';
import { terms } from '../analysis/terms.js';

/** A question with fewer telling words than this may lean on the one before. */
const SELF_CONTAINED_TERMS = 4;
const LEANS =
  /^(?:and|but|or|so|what about|how about|what of|then)\b|\b(?:it|its|they|their|them|that|those|this|these|he|she|his|her|there|same)\b/iu;
const LEAD =
  /^(?:(?:and|but|or|so|then|ok|okay|well)[\s,]+)*(?:(?:what|how)\s+(?:about|of|is it)\s+)?(?:(?:and|for|then)\s+)?/iu;
const ASKS = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/iu;
const PREPOSITION = 'in|of|to|from|for|by|with|on|at|among|between|under';
/** Ends the words that a preposition governs. */
const ENDS_PHRASE =
  /[?!,;.]|\s(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|in|of|to|from|for|by|with|on|at|among|under|according|during|since)\s/iu;
const PERSON = /\b(?:he|she|his|her|him)\b/iu;
/** Earlier questions that a follow-up may reach back over. */
const LONGEST_CHAIN = 4;
/** A slot filler is a few words, not a question of its own. */
const LONGEST_FILLER_WORDS = 6;

/**
 * The question as it is to be searched. A follow-up that names another year, name or part ("and in Peru?", "what about
 * 1988?") takes the place of its like in the question before; one that asks anew but leans on what was said ("who built
 * it?") is followed by that question, other leaning ones stand after it. One that stands alone is left as it is.
 */
export function contextualQuestion(question: string, history: readonly Asked[]): string {
  let before: Asked | undefined;
  for (const asked of history.slice(-LONGEST_CHAIN))
    before = { ...asked, question: inLightOf(asked.question, before) };
  return inLightOf(question, before);
}

/** What was asked before, and the answer where it is known. */
export interface Asked {
  readonly question: string;
  readonly answer?: string;
}

function inLightOf(question: string, last: Asked | undefined): string {
  if (last === undefined) return question;
  const leans = LEANS.test(question.trim()) && terms(question).length < 2 * SELF_CONTAINED_TERMS;
  if (!leans && terms(question).length >= SELF_CONTAINED_TERMS) return question;
  const filler = question
    .trim()
    .replace(LEAD, '')
    .replace(/[?!.\s]+$/u, '');
  const named = ASKS.test(filler) ? withPerson(question, last) : null;
  if (named !== null) return named;
  if (ASKS.test(filler)) return `${question} ${last.question}`;
  return filled(last.question, filler) ?? `${last.question} ${question}`;
}

/** The question with the filler in place of its like; null where it is not plain which part that is. */
function filled(question: string, filler: string): string | null {
  const bare = filler.replace(/^(?:those|that|the (?:one|ones|same))\s+/iu, '');
  if (bare === '' || bare.split(/\s+/u).length > LONGEST_FILLER_WORDS) return null;
  const phrase = new RegExp(`^(${PREPOSITION})\\s+(.+)$`, 'iu').exec(bare);
  const content = phrase?.[2] ?? bare;
  return (
    withYear(question, content) ??
    (phrase?.[1] === undefined ? null : withPhrase(question, phrase[1], content)) ??
    withPlace(question, content) ??
    withName(question, content)
  );
}

/** "When was she born?" after "Who designed the mill?", answered "Klara Voss": the person in place of the pronoun. */
function withPerson(question: string, { question: before, answer = '' }: Asked): string | null {
  if (!PERSON.test(question) || findNames(question).length > 0) return null;
  const isShort = answer.trim().split(/\s+/u).length <= LONGEST_FILLER_WORDS;
  const [name, ...others] = isShort && /^who\b/iu.test(before.trim()) ? findNames(answer) : [];
  if (name === undefined || others.length > 0) return null;
  return question.replace(PERSON, (pronoun) =>
    /^(?:his|her)$/iu.test(pronoun) ? `${name.text}’s` : name.text,
  );
}

function withYear(question: string, content: string): string | null {
  const [year, ...others] = yearsIn(content);
  const old = yearsIn(question);
  if (year === undefined || content !== year || others.length + decadesIn(question).length > 0)
    return null;
  return old.length === 1 ? question.replace(old[0] ?? '', year) : null;
}

/** "and in Peru?" after "How many live in Chile now?": the words after the same preposition, where it stands once with their like. */
function withPhrase(question: string, preposition: string, content: string): string | null {
  const isYear = yearsIn(content).length > 0;
  const isName = findNames(content).length > 0;
  const places = [...question.matchAll(new RegExp(`\\b${preposition}\\s`, 'giu'))].flatMap(
    ({ 0: match, index }) => {
      const start = index + match.length;
      const rest = question.slice(start);
      const whole = rest.slice(0, ENDS_PHRASE.exec(rest)?.index ?? rest.length);
      const old = isName ? firstWords(whole, content.split(/\s+/u).length) : whole;
      const end = start + old.length;
      const alike = yearsIn(old).length > 0 === isYear && (!isName || findNames(old).length > 0);
      return alike && old.trim() !== '' ? [{ start, end }] : [];
    },
  );
  const [place] = places;
  return place === undefined || places.length > 1
    ? null
    : question.slice(0, place.start) + content + question.slice(place.end);
}

/** "and Canada's?" after "What was Peru's GDP?": the only name of the question. */
function withName(question: string, content: string): string | null {
  const [name] = findNames(content);
  const bare = content.replace(/['’]s?$/u, '').replace(/^the\s/iu, '');
  if (name === undefined || name.text !== bare) return null;
  const old = findNames(question);
  const [only] = old;
  if (only === undefined || old.length > 1 || /\sand\s/u.test(only.text)) return null;
  const owner = only.text.replace(/['’]s?\s.*$/u, '');
  return question.slice(0, only.start) + bare + question.slice(only.start + owner.length);
}

/** "and Chile's?" after "How big is the Peruvian economy?": the only place of the question, named by its adjective. */
function withPlace(question: string, content: string): string | null {
  const bare = content.replace(/^the\s/iu, '');
  const [place, ...others] = findPlaces(bare);
  const [old, ...further] = findPlaces(question);
  if (place === undefined || old === undefined || others.length + further.length > 0) return null;
  if (place.text !== bare.replace(/['’]s?$/u, '')) return null;
  const before = question.slice(0, old.start).replace(/\bthe\s$/iu, '');
  const after = question.slice(old.end).replace(/^['’]s?(?=\s)/u, '');
  const owner = /['’]s?$/u.test(bare) ? bare : `${bare}'s`;
  const isGoverned = new RegExp(`\\b(?:${PREPOSITION})\\s$`, 'iu').test(before);
  return /^\s\p{L}/u.test(after) && !isGoverned ? before + owner + after : null;
}

function firstWords(text: string, count: number): string {
  return new RegExp(`^(?:\\S+\\s+){0,${count - 1}}\\S+`, 'u').exec(text)?.[0] ?? text;
}
