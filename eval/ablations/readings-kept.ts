import type { Variation } from '../../src/compose.js';

type PassageReader = Parameters<NonNullable<Variation['passageReader']>>[0];
type Readings = ReturnType<PassageReader['read']>;

/** What the model made of passages, kept, so that variants that have the same ones read need not wait for it again. */
export interface ReadingsKept {
  /** How many times it was spared. */
  spared(): number;
  /** A reader that reads each list of passages for a question once. */
  keepingReader(reader: PassageReader): PassageReader;
}

/** The model's figures depend on question and passages alone, so what is kept is what it would say again. */
export function keepReadings(): ReadingsKept {
  const known = new Map<string, Readings>();
  let spared = 0;
  return {
    spared: () => spared,
    keepingReader: (reader) => ({
      ...reader,
      read: (question, passages, options) => {
        const key = JSON.stringify([reader.fingerprint, question, passages]);
        const before = known.get(key);
        if (before !== undefined) {
          spared++;
          return before;
        }
        const reading = reader.read(question, passages, options);
        known.set(key, reading);
        // What failed is read again.
        reading.catch(() => known.delete(key));
        return reading;
      },
    }),
  };
}
