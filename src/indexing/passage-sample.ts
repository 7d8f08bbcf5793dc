import type { EmbeddedPassage } from './embed-plan.js';

/** A passage as it was written, to compare with what reads back. */
export interface PassageSample {
  readonly id: string;
  readonly text: string;
  readonly vector: Float32Array;
}

const SAMPLE_SIZE = 64;

/** Gathers at most 64 passages, spread evenly over `count` rows. */
export function createSampler(count: number) {
  const every = Math.ceil(count / SAMPLE_SIZE);
  const sample: PassageSample[] = [];
  return {
    sample: sample as readonly PassageSample[],
    add: ({ row, passage, document, vector }: EmbeddedPassage): void => {
      if (row % every !== 0) return;
      sample.push({
        id: passage.id,
        text: document.text.slice(passage.start, passage.end),
        vector,
      });
    },
  };
}
