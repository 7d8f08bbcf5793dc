import { expect, it } from 'vitest';
import { holmAdjusted } from '../../../eval/metrics/holm.js';

it('multiplies the smallest chance most, and never orders them anew', () => {
  // Ordered 0.01, 0.02, 0.04: 3 · 0.01, 2 · 0.02, then 1 · 0.04, which is no less than the one before.
  expect(holmAdjusted([0.04, 0.01, 0.02])).toEqual([0.04, 0.03, 0.04]);
  // 2 · 0.03 = 0.06 is more than 1 · 0.05.
  expect(holmAdjusted([0.03, 0.05])).toEqual([0.06, 0.06]);
  expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]);
  expect(holmAdjusted([])).toEqual([]);
});
