const LETTER = /\p{L}/gu;
const LATIN_LETTER = /\p{Script=Latin}/u;

/** ISO 15924-like groups of languages written in Latin letters that need no telling apart here. */
const NOT_LATIN = new Set([
  'ko',
  'ja',
  'zh',
  'ru',
  'uk',
  'bg',
  'sr',
  'el',
  'ar',
  'fa',
  'ur',
  'he',
  'hi',
  'bn',
  'ta',
  'te',
  'th',
  'ka',
  'hy',
]);

/**
 * Whether a question is mostly written in letters that none of the languages a model was made for
 * uses. A model that names no languages is taken to know them all.
 */
export function isForeign(question: string, languages: readonly string[] | null): boolean {
  if (languages === null || languages.some((tag) => NOT_LATIN.has(tag.split('-')[0] ?? '')))
    return false;
  const letters = question.match(LETTER) ?? [];
  const latin = letters.filter((letter) => LATIN_LETTER.test(letter)).length;
  return letters.length > 0 && latin / letters.length < 0.5;
}
