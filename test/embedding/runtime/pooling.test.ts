import { describe, expect, it } from 'vitest';
import { pooledVector } from '../../../src/embedding/runtime/pooling.js';

describe('pooling', () => {
  const twoTokens = Float32Array.of(3, 0, 0, 4);

  it('takes the direction of the mean', () => {
    expect([...pooledVector(twoTokens, 2, 'mean')]).toEqual([
      expect.closeTo(0.6, 6),
      expect.closeTo(0.8, 6),
    ]);
  });

  it('takes the first token', () => {
    expect([...pooledVector(twoTokens, 2, 'cls')]).toEqual([1, 0]);
  });

  it('leaves a vector of zeros finite', () => {
    expect([...pooledVector(new Float32Array(4), 2, 'mean')]).toEqual([0, 0]);
  });
});
