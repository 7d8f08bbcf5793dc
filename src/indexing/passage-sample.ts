import { type EmbeddedPassage, textOf } from './embedded-passage.js';

/** A passage as it was written, to compare with what reads back. */
export interface PassageSample {
  readonly id: string;
  readonly text: string;
  readonly vector: Float32Array;
}

const SAMPLE_SIZE = 64;

/** Gathers at most 64 passages, spread evenly over however many come. */
export function createSampler() {
  let every = 1;
  let seen = 0;
  let sample: PassageSample[] = [];
  return {
    sample: (): readonly PassageSample[] => sample,
    add: (embedded: EmbeddedPassage): void => {
      if (seen++ % every !== 0) return;
      if (sample.length === SAMPLE_SIZE) {
        sample = sample.filter((_, i) => i % 2 === 0);
        every *= 2;
        if ((seen - 1) % every !== 0) return;
      }
      const { passage, vector } = embedded;
      sample.push({ id: passage.id, text: textOf(embedded, passage), vector });
    },
  };
}
