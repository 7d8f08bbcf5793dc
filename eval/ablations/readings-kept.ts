import type { Variation } from '../../src/compose.js';

type PassageReader = Parameters<NonNullable<Variation['passageReader']>>[0];
type Passage = Parameters<PassageReader['read']>[1][number];
type Readings = Awaited<ReturnType<PassageReader['read']>>;

/** What the model made of passages, kept, so that variants that have the same ones read need not wait for it again. */
export interface ReadingsKept {
  /** How many passages it was spared. */
  spared(): number;
  /** A reader that reads each passage for a question once. */
  keepingReader(reader: PassageReader): PassageReader;
}

/** What the model makes of a passage depends on it and the question alone, so what is kept is what it would say again. */
export function keepReadings(): ReadingsKept {
  const known = new Map<string, Readings[number]>();
  let spared = 0;
  return {
    spared: () => spared,
    keepingReader: (reader) => ({
      ...reader,
      async read(question, passages, options) {
        const keyOf = (passage: Passage) => JSON.stringify([reader.fingerprint, question, passage]);
        const unread = passages.filter((passage) => !known.has(keyOf(passage)));
        spared += passages.length - unread.length;
        const readings = unread.length === 0 ? [] : await reader.read(question, unread, options);
        for (const [place, passage] of unread.entries())
          known.set(keyOf(passage), readings[place] ?? []);
        return passages.map((passage) => known.get(keyOf(passage)) ?? []);
      },
    }),
  };
}
