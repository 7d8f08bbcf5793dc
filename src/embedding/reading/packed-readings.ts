import type { SentenceReading } from '../../domain/passage-reader.js';
import { SPANS } from './sentence-readings.js';

/** Start, end and probability. */
const SPAN_NUMBERS = 3;
const NUMBERS = 1 + SPANS * SPAN_NUMBERS;

/** Readings as numbers that can be handed from thread to thread, `NUMBERS` a sentence. */
export function packReadings(readings: readonly SentenceReading[]): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(readings.length * NUMBERS);
  for (const [place, { logOdds, spans }] of readings.entries()) {
    const numbers = spans.flatMap(({ start, end, probability }) => [start, end, probability]);
    packed.set([logOdds, ...numbers], place * NUMBERS);
  }
  return packed;
}

/** What `packReadings` packed. An empty stretch stands for none. */
export function unpackReadings(packed: Float32Array): SentenceReading[] {
  return Array.from({ length: packed.length / NUMBERS }, (_, place) => {
    const [logOdds = 0, ...numbers] = packed.subarray(place * NUMBERS, (place + 1) * NUMBERS);
    const spans = Array.from({ length: SPANS }, (_unused, which) => {
      const [start = 0, end = 0, probability = 0] = numbers.slice(which * SPAN_NUMBERS);
      return { start, end, probability };
    });
    return { logOdds, spans: spans.filter(({ start, end }) => end > start) };
  });
}
