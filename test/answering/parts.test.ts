import { describe, expect, it } from 'vitest';
import { NOTHING, weightsWithout } from '../../src/answering/parts.js';
import { SENTENCE_FEATURES } from '../../src/answering/sentence-features.js';

const ones = SENTENCE_FEATURES.map(() => 1);
const dropped = (
  ...parts: Parameters<typeof weightsWithout>[0] extends ReadonlySet<infer P> ? P[] : never
) =>
  SENTENCE_FEATURES.filter(
    (_, place) => weightsWithout(new Set(parts), SENTENCE_FEATURES, ones)[place] === 0,
  );

describe('parts of answering that are left out', () => {
  it('leave the weights as they are where none is', () => {
    expect(weightsWithout(NOTHING, SENTENCE_FEATURES, ones)).toBe(ones);
  });

  it('take the weights of their features with them, and no others', () => {
    expect(dropped('pairs')).toEqual(['bigramRecall']);
    expect(dropped('names', 'kindAsked')).toEqual(['nameRecall', 'suits', 'unsuited', 'speech']);
    expect(dropped('plainConflicts', 'questionParts', 'constraints')).toEqual([]);
  });

  it('leave, all together, no feature that ranks a sentence', () => {
    const all = dropped(
      ...(['sentenceVectors', 'words', 'pairs', 'neighbours', 'passages', 'names'] as const),
      ...(['figuresAndYears', 'kindAsked', 'layout'] as const),
    );
    expect(all).toEqual([...SENTENCE_FEATURES]);
  });
});
