import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStopWord, terms, words } from '../../src/analysis/terms.js';

describe('words', () => {
  it('joins digit groups and keeps decimals, whatever stands around them', () => {
    expect(words('$77.2 billion, 12,700 firms; 31.6%.')).toEqual([
      '77.2',
      'billion',
      '12700',
      'firm',
      '31.6',
    ]);
  });

  it('makes different forms of an English word one term', () => {
    expect(new Set(words('exports exported exporting export'))).toEqual(new Set(['export']));
  });

  it('drops possessives and unifies compatibility forms', () => {
    expect(words('Korea’s Korea')).toEqual(['korea', 'korea']);
    expect(words('ＡＢＣ１２')).toEqual(words('ABC12'));
  });

  it('cuts Japanese and Korean into pieces that overlap between forms of a word', () => {
    const shared = (a: string, b: string) => words(a).filter((word) => words(b).includes(word));
    expect(shared('東京', '東京都')).not.toEqual([]);
    expect(shared('대한민국', '대한민국은')).not.toEqual([]);
  });
});

describe('terms', () => {
  it('leaves out words that tell nothing', () => {
    expect(terms('What is the share of the goods?')).toEqual(['share', 'good']);
    expect(isStopWord('The')).toBe(true);
  });

  it('keeps common words where there is nothing else', () => {
    expect(terms('to be or not to be')).not.toEqual([]);
  });

  it('never throws, is deterministic and holds no blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = terms(text);
        expect(terms(text)).toEqual(found);
        expect(found.every((term) => term !== '' && !/\s/.test(term))).toBe(true);
      }),
    );
  });
});
