import { describe, expect, it } from 'vitest';
import { checkedVectors } from '../../../src/embedding/runtime/checked-vectors.js';

describe('vectors from a thread', () => {
  it('are cut into one a text', () => {
    expect(checkedVectors(Float32Array.of(1, 2, 3, 4), 2, 2)).toEqual([
      Float32Array.of(1, 2),
      Float32Array.of(3, 4),
    ]);
  });

  it.each([
    ['there are too few', Float32Array.of(1, 2, 3)],
    ['one is not a number', Float32Array.of(1, 2, 3, Number.NaN)],
    ['one is infinite', Float32Array.of(1, 2, 3, Number.POSITIVE_INFINITY)],
  ])('are refused where %s', (_what, packed) => {
    expect(() => checkedVectors(packed, 2, 2)).toThrow(
      expect.objectContaining({ code: 'embedding_failed' }),
    );
  });
});
