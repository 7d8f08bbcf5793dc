import type { SentenceReading } from '../../domain/passage-reader.js';

const NUMBERS = 4;

/** Readings as numbers that can be handed from thread to thread, `NUMBERS` a sentence. */
export function packReadings(readings: readonly SentenceReading[]): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(readings.length * NUMBERS);
  for (const [place, { logOdds, span, spanProbability }] of readings.entries())
    packed.set([logOdds, span?.start ?? 0, span?.end ?? 0, spanProbability], place * NUMBERS);
  return packed;
}

/** What `packReadings` packed. An empty stretch stands for none. */
export function unpackReadings(packed: Float32Array): SentenceReading[] {
  return Array.from({ length: packed.length / NUMBERS }, (_, place) => {
    const [logOdds = 0, start = 0, end = 0, spanProbability = 0] = packed.subarray(
      place * NUMBERS,
      (place + 1) * NUMBERS,
    );
    return { logOdds, span: end > start ? { start, end } : null, spanProbability };
  });
}
