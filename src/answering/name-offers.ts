import { terms } from '../analysis/terms.js';
import type { AnalysedSentence, Mention } from './analysed-passage.js';

const TITLES =
  'President|Prime Minister|Premier|Minister|Secretary|Chancellor|Senator|Governor|Mayor|Ambassador|King|Queen|Prince|Princess|Emperor|Pope|Lord|Lady|Sir|General|Colonel|Captain|Admiral|Professor|Prof\\.|Dr\\.?|Doctor|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Chairman|Chairwoman|Director|Judge|Justice|Father|Saint|St\\.';
const TITLE = new RegExp(`\\b(?:${TITLES})\\s+`, 'gu');

/** A text that ends in a title, such as stands before a person's name. */
export const TITLED = new RegExp(
  `\\b(?:${TITLES}|${TITLES.toLowerCase()}|schoolteacher|merchant|researcher|author|writer|master|leader|historian)\\s$`,
  'u',
);

const known = new WeakMap<AnalysedSentence, readonly Mention[]>();

/** Names of a sentence as they may answer, worked out once: without titles where a name remains, and the parts of "A and B" beside the whole. */
export function nameOffers(sentence: AnalysedSentence): readonly Mention[] {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const offers = takeNames(sentence);
  known.set(sentence, offers);
  return offers;
}

function takeNames(sentence: AnalysedSentence): Mention[] {
  const dates = sentence.quantities.filter(({ kind }) => kind === 'date');
  return sentence.names
    .filter(({ start, end }) => !dates.some((date) => start < date.end && date.start < end))
    .flatMap((name) => {
      const parts = partsOf(name);
      return parts.length > 1 ? [name, ...parts] : [name];
    })
    .map(withoutTitle);
}

/** The parts of "A and B"; the name itself where it is one, as "Institute for Trade and Commerce". */
function partsOf(name: Mention): Mention[] {
  if (/\s(?:of|for)\s.*\sand\s/u.test(name.text)) return [name];
  const parts: Mention[] = [];
  let from = 0;
  for (const { 0: joint, index } of name.text.matchAll(/\sand\s(?:the\s)?/gu)) {
    parts.push(cut(name, from, index));
    from = index + joint.length;
  }
  return from === 0 ? [name] : [...parts, cut(name, from, name.text.length)];
}

function withoutTitle(name: Mention): Mention {
  const last = [...name.text.matchAll(TITLE)].at(-1);
  if (last === undefined) return name;
  const after = last.index + last[0].length;
  return cut(name, /\s/u.test(name.text.slice(after)) ? after : last.index, name.text.length);
}

function cut({ start, text }: Mention, from: number, to: number): Mention {
  const part = text.slice(from, to);
  return { start: start + from, end: start + to, text: part, terms: terms(part) };
}
