import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../eval/metrics/area-under-curve.js';
import { ndcg } from '../../../eval/metrics/ndcg.js';
import { recallAt } from '../../../eval/metrics/recall-at.js';
import { reciprocalRank } from '../../../eval/metrics/reciprocal-rank.js';
import { tokenF1 } from '../../../eval/metrics/token-f1.js';

describe('ndcg', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 2],
    ['c', 1],
    ['d', 0],
  ]);

  it('is the discounted gain over the best one possible', () => {
    // Gains 2, 0, 3 at ranks 1, 2, 3: 2 / log2(2) + 3 / log2(4). Best: 3 / 1 + 2 / log2(3) + 1 / 2.
    const best = 3 + 2 / Math.log2(3) + 0.5;
    expect(ndcg(['b', 'x', 'a'], grades, 10)).toBeCloseTo(3.5 / best, 12);
    expect(ndcg(['a', 'b', 'c'], grades, 10)).toBe(1);
  });

  it('looks no deeper than it is told, in what is found and in what could be', () => {
    expect(ndcg(['a', 'x', 'x2'], grades, 1)).toBe(1);
    expect(ndcg(['x', 'a'], grades, 1)).toBe(0);
  });

  it('is undefined where nothing is relevant', () => {
    expect(ndcg(['d'], new Map([['d', 0]]), 10)).toBeNull();
  });
});

describe('recallAt', () => {
  it('is the share of what is relevant among the first', () => {
    const relevant = new Set(['a', 'b', 'c', 'd']);
    expect(recallAt(['a', 'x', 'b'], relevant, 2)).toBe(0.25);
    expect(recallAt(['a', 'x', 'b'], relevant, 3)).toBe(0.5);
    expect(recallAt(['a'], new Set(), 3)).toBeNull();
  });
});

describe('reciprocalRank', () => {
  it('is one over the first rank that is right', () => {
    const relevant = new Set(['b', 'c']);
    expect(reciprocalRank(['x', 'y', 'c', 'b'], relevant, 10)).toBe(1 / 3);
    expect(reciprocalRank(['x', 'y', 'c'], relevant, 2)).toBe(0);
    expect(reciprocalRank(['x'], new Set(), 2)).toBeNull();
  });
});

describe('tokenF1', () => {
  it('is the harmonic mean of the shares of words held in common, best of the answers', () => {
    // "golden gate bridge" against "gate bridge tower two": 2 shared, 2 · 2 / (3 + 4).
    expect(tokenF1('golden gate bridge', ['gate bridge tower two'])).toBeCloseTo(4 / 7, 12);
    expect(tokenF1('The bridge', ['tower', 'bridge'])).toBe(1);
    expect(tokenF1('a b b', ['b'])).toBeCloseTo((2 * 1) / (2 + 1), 12);
    expect(tokenF1('bridge', ['tower'])).toBe(0);
  });
});

describe('areaUnderCurve', () => {
  const item = (value: number, positive: boolean) => ({ value, positive });

  it('is the share of pairs in order, ties counting half', () => {
    const items = [item(0.9, true), item(0.5, false), item(0.5, true), item(0.1, false)];
    // Pairs of a positive and a negative: 0.9 beats both, 0.5 ties with one and beats one.
    expect(areaUnderCurve(items)).toBe(3.5 / 4);
    expect(areaUnderCurve(items.map((one) => ({ ...one, value: 0 })))).toBe(0.5);
  });

  it('is undefined where one kind is missing', () => {
    expect(areaUnderCurve([item(1, true)])).toBeNull();
    expect(areaUnderCurve([])).toBeNull();
  });
});
