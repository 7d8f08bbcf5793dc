import { describe, expect, it } from 'vitest';
import { mcnemar } from '../../../eval/metrics/mcnemar.js';
import { isBeyondChance, pairedDifference } from '../../../eval/metrics/paired-difference.js';

describe('mcnemar', () => {
  // Two-sided binomial tails at 1/2, as binom.test of R gives them.
  it.each([
    [0, 0, 1],
    [1, 0, 1],
    [0, 5, 0.0625],
    [6, 0, 0.03125],
    [2, 8, 0.109375],
    [1, 9, 0.021484375],
    [7, 7, 1],
  ])('of %i lost and %i won is %f', (lost, won, p) => {
    expect(mcnemar(lost, won)).toBeCloseTo(p, 12);
    expect(mcnemar(won, lost)).toBeCloseTo(p, 12);
  });

  it('stays a number for thousands of flips', () => {
    expect(mcnemar(1500, 1500)).toBeCloseTo(1, 6);
    expect(mcnemar(1300, 1700)).toBeLessThan(1e-10);
  });
});

describe('pairedDifference', () => {
  const of = (values: readonly number[]) =>
    new Map(values.map((value, place) => [`q${place}`, value]));

  it('is the mean difference over questions in both', () => {
    const before = of([1, 0, 1, 0]);
    const after = new Map([...of([1, 1, 0, 1]), ['only-after', 0] as const]);
    expect(pairedDifference(before, after)).toMatchObject({ difference: 0.25, count: 4 });
  });

  it('tells a difference everywhere from one that may be chance', () => {
    const everywhere = pairedDifference(of(Array(20).fill(0)), of(Array(20).fill(0.5)));
    expect(everywhere).toEqual({ difference: 0.5, interval: { low: 0.5, high: 0.5 }, count: 20 });
    expect(everywhere && isBeyondChance(everywhere)).toBe(true);
    const once = pairedDifference(of([0, 0, 0, 1]), of([0, 0, 1, 1]));
    expect(once && isBeyondChance(once)).toBe(false);
  });

  it('is undefined where no question is in both', () => {
    expect(pairedDifference(of([1]), new Map([['other', 1]]))).toBeNull();
  });
});
