import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from '../../../eval/metrics/bootstrap.js';
import { mean } from '../../../eval/metrics/mean.js';
import { percentile } from '../../../eval/metrics/percentile.js';

describe('percentile', () => {
  it('is the value at the nearest rank', () => {
    const values = [50, 15, 40, 20, 35];
    expect(percentile(values, 30)).toBe(20);
    expect(percentile(values, 40)).toBe(20);
    expect(percentile(values, 50)).toBe(35);
    expect(percentile(values, 100)).toBe(50);
    expect(percentile([], 50)).toBeNull();
  });
});

describe('mean', () => {
  it('is undefined without values', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNull();
  });
});

describe('bootstrapInterval', () => {
  const values = Array.from({ length: 100 }, (_, index) => Number(index < 70));

  it('is near the normal interval of a share', () => {
    // 0.7 ± 1.96 · sqrt(0.7 · 0.3 / 100) = 0.61 to 0.79
    const interval = bootstrapInterval(values, mean);
    expect(interval?.low).toBeCloseTo(0.61, 1);
    expect(interval?.high).toBeCloseTo(0.79, 1);
  });

  it('is the same for the same seed, and another for another', () => {
    const noisy = values.map((value, index) => value + index / 1000);
    expect(bootstrapInterval(noisy, mean, { seed: 7 })).toEqual(
      bootstrapInterval(noisy, mean, { seed: 7 }),
    );
    expect(bootstrapInterval(noisy, mean, { seed: 7 })).not.toEqual(
      bootstrapInterval(noisy, mean, { seed: 8 }),
    );
  });

  it('is a point where all values are equal', () => {
    expect(bootstrapInterval([1, 1, 1], mean)).toEqual({ low: 1, high: 1 });
  });

  it('is undefined where the statistic always is', () => {
    expect(bootstrapInterval([], mean)).toBeNull();
  });
});
