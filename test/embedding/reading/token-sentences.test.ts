import { describe, expect, it } from 'vitest';
import { tokenRow } from '../../../src/embedding/reading/token-sentences.js';

const SPECIAL = { opening: 1, closing: 2 };
/** One token for each letter, 1000 above its code. */
const letters = (word: string) => [...word].map((letter) => 1000 + (letter.codePointAt(0) ?? 0));
const ofLetters = (text: string) => letters(text.replaceAll(' ', ''));

describe('question and passage as one row of tokens', () => {
  it('stand one after the other, closed, each of its own kind', () => {
    const row = tokenRow('ab?', { context: 'T', sentences: ['cd.', 'e'] }, letters, SPECIAL, 50);
    expect(row.ids).toEqual([1, ...ofLetters('ab?'), 2, ...ofLetters('T:cd.e'), 2]);
    expect(row.kinds).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('tell of each token of a sentence where its word stands', () => {
    const { placed } = tokenRow(
      'q',
      { context: '', sentences: ['No.', 'It is $5.'] },
      letters,
      SPECIAL,
      50,
    );
    const words = placed.flatMap((place) => (place?.sentence === 1 ? [place] : []));
    expect([...new Set(words.map(({ start, end }) => 'It is $5.'.slice(start, end)))]).toEqual([
      'It',
      'is',
      '$',
      '5',
      '.',
    ]);
  });

  it('lose the end of the passage where they are too long, and keep the token that closes them', () => {
    const row = tokenRow(
      'q',
      { context: '', sentences: ['abcdef', 'ghijkl'] },
      letters,
      SPECIAL,
      12,
    );
    expect(row.ids).toHaveLength(12);
    expect(row.ids.at(-1)).toBe(2);
    expect(row.placed.filter((place) => place?.sentence === 1)).toHaveLength(2);
  });

  it('keep room for the passage beside a question without end', () => {
    const row = tokenRow(
      'word '.repeat(5000),
      { context: '', sentences: ['abc'] },
      letters,
      SPECIAL,
      256,
    );
    expect(row.placed.filter((place) => place !== null)).toHaveLength(3);
  });
});
