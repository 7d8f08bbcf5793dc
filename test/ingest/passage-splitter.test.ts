import { describe, expect, it } from 'vitest';
import { locateChunks, PassageSplitter } from '../../src/ingest/passage-splitter.js';

describe('PassageSplitter', () => {
  it('packs neighbouring units as far as the limit allows, and never cuts one', async () => {
    const splitter = new PassageSplitter([3, 6, 12], 7);
    expect(await splitter.splitText('Aa Bb Cccccc')).toEqual(['Aa Bb', 'Cccccc']);
  });

  it('keeps a unit whole that is followed by more blanks than the limit', async () => {
    const text = `Aa${' '.repeat(20)}Bb`;
    const chunks = await new PassageSplitter([22, 24], 7).splitText(text);
    expect(locateChunks(text, chunks)).toEqual([
      { start: 0, end: 2 },
      { start: 22, end: 24 },
    ]);
  });
});

describe('locateChunks', () => {
  it('finds equal chunks one after another', () => {
    expect(locateChunks(' a  a\na', ['a', 'a', 'a'])).toEqual([
      { start: 1, end: 2 },
      { start: 4, end: 5 },
      { start: 6, end: 7 },
    ]);
  });

  it.each([
    ['changed', 'a b', ['a', 'c']],
    ['left out before a chunk', 'a b', ['b']],
    ['left out at the end', 'a b', ['a']],
  ])('refuses text that was %s', (_, text, chunks) => {
    expect(() => locateChunks(text, chunks)).toThrowError(
      expect.objectContaining({ code: 'internal' }),
    );
  });
});
