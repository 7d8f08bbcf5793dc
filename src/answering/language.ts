/** Scripts that tell a language, or a few, with the BCP 47 tags of those. Latin letters tell none. */
const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Hangul}/gu, ['ko']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Han}/gu, ['zh', 'ja', 'yue', 'lzh']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg', 'tt']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd']],
  [/\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne', 'sa']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Hebrew}/gu, ['he', 'yi', 'iw']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Armenian}/gu, ['hy']],
  [/\p{Script=Georgian}/gu, ['ka']],
  [/\p{Script=Bengali}/gu, ['bn', 'as']],
  [/\p{Script=Tamil}/gu, ['ta']],
  [/\p{Script=Telugu}/gu, ['te']],
  [/\p{Script=Gujarati}/gu, ['gu']],
  [/\p{Script=Gurmukhi}/gu, ['pa']],
  [/\p{Script=Kannada}/gu, ['kn']],
  [/\p{Script=Malayalam}/gu, ['ml']],
  [/\p{Script=Sinhala}/gu, ['si']],
  [/\p{Script=Myanmar}/gu, ['my']],
  [/\p{Script=Khmer}/gu, ['km']],
  [/\p{Script=Lao}/gu, ['lo']],
  [/\p{Script=Ethiopic}/gu, ['am', 'ti']],
  [/\p{Script=Tibetan}/gu, ['bo']],
];
const LETTER = /\p{L}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
/** Kana beside Chinese characters, even little of it, make a text Japanese. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Whether a question is mostly written in letters that none of the languages a model was made for uses. A model that names
 * no languages is taken to know them all; Latin letters are taken for a covered language.
 */
export function isForeign(question: string, languages: readonly string[] | null): boolean {
  if (languages === null) return false;
  const letters = question.match(LETTER)?.length ?? 0;
  const latin = question.match(LATIN_LETTER)?.length ?? 0;
  if (letters === 0 || latin / letters >= 0.5) return false;
  const covered = new Set(languages.map((tag) => tag.toLowerCase().split('-')[0]));
  const own = languagesOf(question);
  return own === null || !own.some((language) => covered.has(language));
}

/** Languages that the script of a text tells; null where the script is none that is known. */
function languagesOf(text: string): readonly string[] | null {
  let most = 0;
  let found: readonly string[] | null = null;
  for (const [script, languages] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0;
    if (count > most) [most, found] = [count, languages];
  }
  return found?.includes('zh') === true && KANA.test(text) ? ['ja'] : found;
}
