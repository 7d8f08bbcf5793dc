import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/ingest/split-sentences.js';
import { joinSentences, NASTY_SENTENCES } from './nasty-sentences.js';
import { nastyText } from './nasty-text.js';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each(NASTY_SENTENCES.map((sentences) => [joinSentences(sentences), sentences] as const))(
    'cuts as an editor would: %s',
    (text, sentences) => {
      expect(sentencesOf(text)).toEqual(sentences);
    },
  );

  it('gives nothing for a text of blanks', () => {
    expect(sentencesOf(' \u00a0\n\t ')).toEqual([]);
  });

  it('keeps a text without any letter as one sentence', () => {
    expect(sentencesOf('... !!! ?')).toEqual(['... !!! ?']);
  });

  it('does not take no-break spaces into a sentence', () => {
    expect(sentencesOf('One.\u00a0\u00a0Two.\u00a0')).toEqual(['One.', 'Two.']);
  });

  it('holds every non-blank character of any text once, in order, without blank ends', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const sentences = splitSentences(text);
        let end = 0;
        for (const sentence of sentences) {
          expect(text.slice(end, sentence.start).trim()).toBe('');
          expect(sentence.start).toBeLessThan(sentence.end);
          const quote = text.slice(sentence.start, sentence.end);
          expect(quote.trim()).toBe(quote);
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
