import { describe, expect, it } from 'vitest';
import { citedText, withoutSources } from '../../src/references/cited-text.js';
import { atService } from '../../src/references/place.js';
import { ABSTAINED, ANSWERED, CITATION, DISAGREED } from '../http/samples.js';

const locate = atService('https://docs.example/app/');
const PAGE = `https://docs.example/app${CITATION.href}`;

describe('an answer as text', () => {
  it('carries numbers in its sentences and the sources below', () => {
    expect(citedText(ANSWERED, locate)).toBe(
      `Trade grew to $77.2 billion in 2024. [1]\n\nSources\n\n[1] Trade in numbers, The <Paper>, 2025-06-20 - ${PAGE}`,
    );
  });

  it('shows each side where the sources differ', () => {
    expect(citedText(DISAGREED, locate)).toContain(
      '\n\nThe sources differ: the trade volume of 2024\n- $77.2 billion [1]\n- $77 billion [2]\n\nSources\n\n[1] ',
    );
  });

  it('names only what is known of a source, on one line', () => {
    const citation = { ...CITATION, title: 'Trade\nin  numbers', publisher: null, published: null };
    const text = citedText({ ...ANSWERED, citations: [citation] }, locate);
    expect(text).toMatch(/\n\[1\] Trade in numbers - https:\S+$/);
  });

  it('names the page of a source that has pages', () => {
    const citation = { ...CITATION, page: 3, pageEnd: 4 };
    const text = citedText({ ...ANSWERED, citations: [citation] }, locate);
    expect(text).toMatch(/, 2025-06-20, pp\. 3–4 - https:\S+$/);
  });

  it('says why there is no answer and what came nearest', () => {
    expect(citedText(ABSTAINED, locate)).toBe(
      `Nothing here speaks of a cup.\n\nNearest passages\n- Trade in numbers - ${PAGE}`,
    );
    const abstention = { ...ABSTAINED.abstention!, nearest: [] };
    expect(citedText({ ...ABSTAINED, abstention }, locate)).toBe('Nothing here speaks of a cup.');
  });
});

describe('an answer that comes back as history', () => {
  it.each([
    ['an answer', ANSWERED, 'Trade grew to $77.2 billion in 2024. [1]'],
    ['an abstention', ABSTAINED, 'Nothing here speaks of a cup.'],
  ])('is %s without its lists', (_what, response, bare) => {
    const text = citedText(response, locate);
    expect(withoutSources(text)).toBe(bare);
    expect(withoutSources(text.replaceAll('\n', '\r\n'))).toBe(bare);
    expect(withoutSources(bare)).toBe(bare);
  });

  it('keeps a text that only speaks of sources', () => {
    const text = 'Sources\nof energy are many.\nSources [1] too.';
    expect(withoutSources(text)).toBe(text);
  });

  it('is read in one go however many blanks it holds', () => {
    const text = `Sources${'\n \t'.repeat(200_000)}x`;
    expect(withoutSources(text)).toBe(text);
  });
});
