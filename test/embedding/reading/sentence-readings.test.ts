import { describe, expect, it } from 'vitest';
import { packReadings, unpackReadings } from '../../../src/embedding/reading/packed-readings.js';
import { sentenceReadings } from '../../../src/embedding/reading/sentence-readings.js';

const word = (sentence: number, start: number, end: number) => ({ sentence, start, end });

describe('readings of sentences', () => {
  it('are the mean of the tokens and the stretch between the likeliest start and end', () => {
    const numbers = Float32Array.of(9, 9, 9, 1, 0, 0, 3, 5, 0, 2, 0, 5, 9, 9, 9);
    const placed = [null, word(0, 0, 2), word(0, 3, 6), word(0, 7, 9), null];
    const [reading] = sentenceReadings(numbers, placed, 1);
    expect(reading?.logOdds).toBeCloseTo(2);
    const [best] = reading?.spans ?? [];
    expect(best).toMatchObject({ start: 3, end: 9 });
    expect(best?.probability).toBeCloseTo((Math.exp(5) / (Math.exp(5) + 2)) ** 2, 5);
    const probabilities = reading?.spans.map(({ probability }) => probability) ?? [];
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(probabilities.length).toBe(5);
  });

  it('never let a short answer end before it starts', () => {
    const numbers = Float32Array.of(0, 0, 9, 0, 9, 0);
    const placed = [word(0, 0, 4), word(0, 5, 9)];
    const [reading] = sentenceReadings(numbers, placed, 1);
    expect(reading?.spans.length).toBe(3);
    for (const { start, end } of reading?.spans ?? []) expect(end > start).toBe(true);
  });

  it('take a sentence that was cut off for one that does not answer', () => {
    const [read, cut] = sentenceReadings(Float32Array.of(0, 0, 0), [word(0, 0, 1)], 2);
    expect(cut?.spans).toEqual([]);
    expect((cut?.logOdds ?? 0) < (read?.logOdds ?? 0)).toBe(true);
  });

  it('come out of a message as they went in', () => {
    const readings = [
      { logOdds: -1.5, spans: [{ start: 3, end: 8, probability: 0.5 }] },
      { logOdds: -12, spans: [] },
    ];
    expect(unpackReadings(packReadings(readings))).toEqual(readings);
  });
});
