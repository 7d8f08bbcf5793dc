import { stemmer } from 'stemmer';

/** Scripts written without blanks between words, whose words a dictionary has to tell. */
const JOINED = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const IDEOGRAPHS = '\\p{Script=Han}';
const HIRAGANA = '\\p{Script=Hiragana}';
/** With the mark that lengthens a vowel. */
const KATAKANA = '\\p{Script=Katakana}\\u30fc';
const WORD = new RegExp(
  [
    `[${IDEOGRAPHS}]+`,
    `[${HIRAGANA}]+`,
    `[${KATAKANA}]+`,
    `[${JOINED}]+`,
    '\\d+(?:[.,]\\d+)*',
    `[[\\p{L}\\p{M}\\p{N}]--[${IDEOGRAPHS}${HIRAGANA}${KATAKANA}${JOINED}]]+(?:['’][\\p{L}]+)?`,
  ].join('|'),
  'gv',
);
const IDEOGRAPHIC = new RegExp(`^[${IDEOGRAPHS}]`, 'v');
const KANA = new RegExp(`^[${HIRAGANA}${KATAKANA}]{3,}$`, 'v');
const WITHOUT_BLANKS = new RegExp(`^[${JOINED}]`, 'v');
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
 * scripts without blanks cut so that pieces of a word find it: ideographs into characters and their pairs, long words of Hangul and kana
 * also into pairs, Thai and its like into the words of a dictionary.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const [match] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (/^\d/.test(match)) {
      found.push(match.replace(/,(?=\d{3}(?:\D|$))/g, ''));
      continue;
    }
    if (IDEOGRAPHIC.test(match)) {
      found.push(...ideographs(match));
      continue;
    }
    if (WITHOUT_BLANKS.test(match)) {
      for (const { segment } of dictionary.segment(match)) found.push(segment);
      continue;
    }
    const bare = match.replace(/['’]s?$|['’](?=.)/g, '').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    if (bare === '') continue;
    found.push(LATIN.test(bare) ? stem(bare) : bare);
    if (HANGUL.test(bare) || KANA.test(bare))
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

const dictionary = new Intl.Segmenter('th', { granularity: 'word' });

/** Each character, and between two the pair they make, so that neighbours in a word are neighbours in any longer one. */
function ideographs(run: string): string[] {
  const characters = [...run];
  return characters.flatMap((character, at) => {
    const next = characters[at + 1];
    return next === undefined ? [character] : [character, character + next];
  });
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
