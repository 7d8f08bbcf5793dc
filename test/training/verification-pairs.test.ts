import { beforeAll, describe, expect, it } from 'vitest';
import { type Judged, judge } from '../../training/verification/judged.js';
import { readDocuments, readPairs } from '../../training/verification/pairs.js';
import { ruleMade } from '../../training/verification/rule-made.js';

/** Vectors that are all alike: what is measured here is what the rules do alone. */
const alike = {
  embedPassages: async (texts: readonly string[]) => texts.map(() => new Float32Array([1])),
};

describe('the pairs that the verification of sentences is calibrated on', () => {
  let judged: readonly Judged[];

  beforeAll(async () => {
    const documents = await readDocuments();
    const written = await readPairs(documents);
    judged = await judge([...written, ...ruleMade(written)], documents, alike);
  }, 120_000);

  const share = (some: readonly Judged[], is: (one: Judged) => boolean) =>
    some.filter(is).length / some.length;

  it('are enough, each quote verbatim, in both halves', () => {
    const truths = judged.filter(({ pair }) => pair.kind === 'true' && pair.origin === 'hand');
    const lies = judged.filter(({ pair }) => pair.kind !== 'true' && pair.origin === 'hand');
    expect(truths.length).toBeGreaterThanOrEqual(100);
    expect(lies.length).toBeGreaterThanOrEqual(200);
    expect(new Set(judged.map(({ pair }) => pair.half)).size).toBe(2);
    expect(judged.some(({ failed }) => failed.includes('verbatim'))).toBe(false);
  });

  it.each(['dev', 'test'])('are told apart by the rules alone, %s half', (half) => {
    const own = judged.filter(({ pair }) => pair.half === half && pair.origin === 'hand');
    const truths = own.filter(({ pair }) => pair.kind === 'true');
    const lies = own.filter(({ pair }) => pair.kind !== 'true');
    expect(share(truths, ({ failed }) => failed.length === 0)).toBeGreaterThan(0.75);
    expect(share(lies, ({ failed }) => failed.length > 0)).toBeGreaterThan(0.8);
  });
});
