import { describe, expect, it } from 'vitest';
import { quoteContext } from '../../src/widget/quote-context.js';

function around(text: string, quote: string) {
  const start = text.indexOf(quote);
  return quoteContext({ start, end: start + quote.length, quote }, { text });
}

describe('a quote in its text', () => {
  it('stands between the words of its paragraph', () => {
    const text = 'A heading\n\nBefore it. The quote. After it.\n \nAnother paragraph.';
    expect(around(text, 'The quote.')).toEqual({
      before: 'Before it. ',
      quote: 'The quote.',
      after: ' After it.',
    });
  });

  it('is cut at words where the paragraph is long, and says so', () => {
    const words = 'word '.repeat(200);
    const { before = '', after = '' } = around(`${words}The quote. ${words}`, 'The quote.') ?? {};
    expect(before).toMatch(/^… word/);
    expect(before).toMatch(/word $/);
    expect(after).toMatch(/^ word.*word…$/);
    expect(before.length + after.length).toBeLessThan(330);
  });

  it('is cut in the middle of a text without blanks', () => {
    const { before = '', after = '' } =
      around(`${'あ'.repeat(500)}引用${'い'.repeat(500)}`, '引用') ?? {};
    expect(before.length).toBe(161);
    expect(after.length).toBe(161);
  });

  it('is not shown in a document that says something else there by now', () => {
    expect(quoteContext({ start: 0, end: 3, quote: 'old' }, { text: 'new text' })).toBeUndefined();
  });
});
