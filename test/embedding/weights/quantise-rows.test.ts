import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiseRows } from '../../../src/embedding/weights/quantise-rows.js';

describe('quantising rows', () => {
  it('gives each row a scale of its own', () => {
    const { values, scales } = quantiseRows(Float32Array.of(1, -0.25, 0, 100, 25, -100), 2, 3);
    expect([...values]).toEqual([127, -32, 0, 127, 32, -127]);
    expect(scales[0]).toBeCloseTo(1 / 127, 8);
    expect(scales[1]).toBeCloseTo(100 / 127, 5);
  });

  it('keeps a row of zeros at zero', () => {
    expect(quantiseRows(new Float32Array(3), 1, 3)).toEqual({
      values: new Int8Array(3),
      scales: Float32Array.of(1),
    });
  });

  it('is never further off than half a step', () => {
    const row = fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(row, (numbers) => {
        const { values, scales } = quantiseRows(Float32Array.from(numbers), 1, 4);
        const step = scales[0] as number;
        return numbers.every(
          (number, index) => Math.abs(number - (values[index] as number) * step) <= step * 0.501,
        );
      }),
    );
  });
});
