import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/errors.js';
import { fill, interfaceLanguage, TEXTS } from '../../src/widget/texts.js';

/** Every text with the way to it: `failures.busy`. */
function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : flat(value, `${path}${name}.`),
  );
}

const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the texts of the interface', () => {
  const english = flat(TEXTS.en);

  it.each(Object.entries(TEXTS))('%s says all that English says', (language, texts) => {
    const own = new Map(flat(texts));
    expect([...own.keys()]).toEqual(english.map(([path]) => path));
    for (const [path, text] of english) {
      const translated = own.get(path) ?? '';
      expect(translated.trim(), path).not.toBe('');
      expect(blanks(translated), path).toEqual(blanks(text));
      if (language !== 'en') expect(translated, path).not.toBe(text);
    }
  });

  it('tell more than the codes of errors', () => {
    for (const [path, text] of english)
      for (const code of ERROR_CODES.filter((one) => one.includes('_')))
        expect(text, path).not.toContain(code);
  });

  it('are in the first language that is spoken here', () => {
    expect(interfaceLanguage(['ko'])).toBe('ko');
    expect(interfaceLanguage(['ja-JP'])).toBe('ja');
    expect(interfaceLanguage(['EN_gb', 'ko'])).toBe('en');
    expect(interfaceLanguage([null, undefined, 'fr', 'ko-KR'])).toBe('ko');
    expect(interfaceLanguage(['constructor', 'de'])).toBe('en');
  });

  it('have their blanks filled, each with its value alone', () => {
    expect(fill('{a} and {b}, {c}', { a: '{b}', b: 2 })).toBe('{b} and 2, {c}');
  });
});
