import { describe, expect, it } from 'vitest';
import { bfloatToFloat, halfToFloat } from '../../../src/embedding/weights/half-float.js';

describe('half precision', () => {
  // Table of notable values of IEEE 754 binary16.
  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, (1023 / 1024) * 2 ** -14],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65_504],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('widens %s exactly', (bits, value) => {
    expect(halfToFloat(Uint16Array.of(bits))[0]).toBe(value);
  });
});

describe('bfloat16', () => {
  it.each([
    [0x3f80, 1],
    [0xc040, -3],
    [0x0000, 0],
    [0x7f80, Number.POSITIVE_INFINITY],
  ])('widens %s exactly', (bits, value) => {
    expect(bfloatToFloat(Uint16Array.of(bits))[0]).toBe(value);
  });
});
