import { describe, expect, it } from 'vitest';
import { parseSuggestions, readSettings } from '../../src/widget/settings.js';

const PAGE = {
  script: 'https://ask.example/widget.js',
  page: 'https://site.example/about/',
  language: null,
};

const settings = (attributes: Record<string, string> = {}, page: Partial<typeof PAGE> = {}) =>
  readSettings((name) => attributes[name] ?? null, { ...PAGE, ...page });

describe('the settings of an element', () => {
  it('need nothing to be said', () => {
    expect(settings()).toEqual({
      endpoint: 'https://ask.example',
      heading: 'Ask the documents',
      greeting: expect.stringContaining('Ask a question.'),
      suggestions: [],
      language: 'en',
      floating: false,
      keepsHistory: false,
    });
  });

  it('are what the attributes say', () => {
    const given = { heading: ' H ', greeting: 'G', position: 'floating', history: 'visit' };
    expect(settings({ ...given, suggestions: 'a?|b?', language: 'ja' })).toMatchObject({
      heading: 'H',
      greeting: 'G',
      suggestions: ['a?', 'b?'],
      language: 'ja',
      floating: true,
      keepsHistory: true,
    });
    expect(settings({ history: 'yes', position: 'fixed' })).toMatchObject({
      floating: false,
      keepsHistory: false,
    });
  });

  it.each([
    ['https://other.example/', PAGE.script, 'https://other.example'],
    ['/footnote/', PAGE.script, 'https://site.example/footnote'],
    ['', 'https://ask.example/behind/proxy/widget.js?v=1', 'https://ask.example/behind/proxy'],
    ['javascript:alert(1)', PAGE.script, 'https://ask.example'],
    ['https://user:secret@other.example/?a#b', PAGE.script, 'https://other.example'],
    ['', 'file:///widget.js', 'https://site.example'],
    ['', '', 'https://site.example'],
  ])('endpoint "%s" and script %s come to %s', (endpoint, script, expected) => {
    expect(settings({ endpoint }, { script }).endpoint).toBe(expected);
  });

  it('take the language of the page unless one is named', () => {
    const korean = { language: 'ko-KR' } as unknown as Partial<typeof PAGE>;
    expect(settings({}, korean)).toMatchObject({ language: 'ko', heading: '문서에 물어보기' });
    expect(settings({ language: 'en' }, korean).language).toBe('en');
  });

  it.each([
    [null, []],
    ['', []],
    [' one? | |two? ', ['one?', 'two?']],
    ['["one | two?", 3, "three?"]', ['one | two?', 'three?']],
    ['[not json', ['[not json']],
  ])('suggestions %s are %j', (given, expected) => {
    expect(parseSuggestions(given)).toEqual(expected);
  });
});
