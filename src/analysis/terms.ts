import { stemmer } from 'stemmer';

const WORD =
  /\p{Script=Han}|\p{Script=Hiragana}+|\p{Script=Katakana}+|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu;
const LATIN = /^[a-z]+$/;
const HANGUL = /^\p{Script=Hangul}{3,}$/u;

/** Words so common in English that they say nothing about what a text is about. */
const STOP_WORDS = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being below between both but by ' +
    'can cannot could did do does doing down during each few for from further had has have having he her here hers him ' +
    'his how i if in into is it its itself just me more most my no nor not of off on once only or other our out over own ' +
    'same she should so some such than that the their theirs them then there these they this those through to too under ' +
    'until up very was we were what when where which while who whom whose why will with would you your yours s t don ll ve re d m'
  ).split(' '),
);

/**
 * The words of a text in order, as search compares them: lower case, compatibility-normalised,
 * English words stemmed (Porter), digit groups joined ("12,700" gives "12700", "$77.2" gives "77.2"),
 * scripts without spaces cut into characters or runs, long Hangul words also into pairs of syllables.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const [match] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (/^\d/.test(match)) {
      found.push(match.replace(/,(?=\d{3}(?:\D|$))/g, ''));
      continue;
    }
    const bare = match.replace(/['’]s?$|['’](?=.)/g, '').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    if (bare === '') continue;
    found.push(LATIN.test(bare) ? stem(bare) : bare);
    if (HANGUL.test(bare))
      for (let i = 0; i + 2 <= bare.length; i++) found.push(bare.slice(i, i + 2));
  }
  return found;
}

/** Whether an English word, as written, is too common to tell what a text is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}

/** The words of a text that say what it is about, in order, repeats kept; never empty where `words` is not. */
export function terms(text: string): string[] {
  const all = words(text);
  const telling = all.filter((word) => !STOP_STEMS.has(word));
  return telling.length > 0 ? telling : all;
}

const stems = new Map<string, string>();

function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stemmer(word);
    if (stems.size < 50_000) stems.set(word, known);
  }
  return known;
}

const STOP_STEMS = new Set([...STOP_WORDS].flatMap((word) => [word, stemmer(word)]));
