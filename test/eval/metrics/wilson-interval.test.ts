import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../eval/metrics/wilson-interval.js';

describe('wilsonInterval', () => {
  // R: prop.test(x, n, correct = FALSE)$conf.int
  it.each([
    [8, 10, 0.4901625, 0.9433178],
    [0, 4, 0, 0.4898908],
    [4, 4, 0.5101092, 1],
  ])('of %i in %i', (successes, count, low, high) => {
    const interval = wilsonInterval(successes, count);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
  });
});
