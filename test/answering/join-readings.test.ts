import { describe, expect, it } from 'vitest';
import { joinReadings, sentencesOfParts } from '../../src/answering/join-readings.js';
import type { Reading } from '../../src/domain/reader.js';

function answer(confidence: number, ...texts: readonly string[]): Reading {
  return {
    status: 'answered',
    sentences: texts.map((text) => ({
      text,
      quotes: [{ documentId: 'a', passageId: 'a#0', start: 0, end: text.length, quote: text }],
    })),
    shortAnswer: texts[0] ?? null,
    confidence,
    disagreement: null,
  };
}

const NOTHING: Reading = {
  status: 'abstained',
  reason: 'no_evidence',
  message: 'The sources do not say.',
  confidence: 0.1,
};

describe('joinReadings', () => {
  it('gives the sentences of every part in order, each once', () => {
    const joined = joinReadings(
      [answer(0.8, 'It is long.', 'It is old.'), answer(0.5, 'It is long.', 'Ann paid.')],
      9,
    );
    expect(joined).toMatchObject({
      status: 'answered',
      sentences: [{ text: 'It is long.' }, { text: 'It is old.' }, { text: 'Ann paid.' }],
      shortAnswer: null,
      confidence: 0.4,
    });
  });

  it('answers what it can, less surely, where one part has no answer', () => {
    expect(joinReadings([NOTHING, answer(0.8, 'Ann paid.')], 3)).toMatchObject({
      sentences: [{ text: 'Ann paid.' }],
      shortAnswer: 'Ann paid.',
      confidence: 0.4,
    });
  });

  it('abstains where no part has an answer, and leaves a single reading as it is', () => {
    expect(joinReadings([NOTHING, NOTHING], 3)).toBe(NOTHING);
    const single = answer(0.8, 'Ann paid.');
    expect(joinReadings([single], 3)).toBe(single);
  });

  it('keeps to the limit', () => {
    expect(joinReadings([answer(1, 'A.', 'B.'), answer(1, 'C.')], 2)).toMatchObject({
      sentences: [{ text: 'A.' }, { text: 'B.' }],
    });
  });
});

describe('sentencesOfParts', () => {
  it.each([
    [2, 3, [2, 1]],
    [3, 3, [1, 1, 1]],
    [2, 1, [1, 1]],
    [2, 10, [5, 5]],
  ])('shares %i parts out of %i sentences', (parts, limit, shares) => {
    expect(sentencesOfParts(parts, limit)).toEqual(shares);
  });
});
