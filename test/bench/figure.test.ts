import { describe, expect, it } from 'vitest';
import { figureOf, type Goal } from '../../bench/figure.js';
import { median } from '../../bench/median.js';
import { ratioOf } from '../../bench/ratio.js';
import { spreadOf } from '../../bench/spread.js';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('median', () => {
  it('is the middle, and never the lower of two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 3])).toBe(2);
    expect(median([])).toBeNull();
  });
});

describe('spreadOf', () => {
  it('gives the middle and the tail', () => {
    expect(spreadOf(upTo(100))).toEqual({ repeats: 100, median: 50.5, p95: 95, p99: 99 });
  });

  it('gives no tail that would be the greatest value by another name', () => {
    expect(spreadOf(upTo(99))).toMatchObject({ p95: 95, p99: null });
    expect(spreadOf(upTo(19))).toMatchObject({ median: 10, p95: null, p99: null });
    expect(spreadOf(upTo(20)).p95).toBe(19);
  });

  it('refuses to speak of nothing', () => {
    expect(() => spreadOf([])).toThrow('Nothing was measured');
  });
});

describe('ratioOf', () => {
  it('divides median by median', () => {
    expect(ratioOf([30, 10, 20], [5, 5, 50])).toEqual({ value: 4, low: null, high: null });
  });

  it('is sure of itself where noise hits both sides alike', () => {
    const noise = upTo(50).map((round) => 10 + ((round * 7) % 50));
    const ratio = ratioOf(
      noise.map((ms) => 2 * ms),
      noise,
    );
    expect(ratio).toEqual({ value: 2, low: 2, high: 2 });
  });

  it('says how unsure it is where only one side varies', () => {
    const varied = upTo(50);
    const ratio = ratioOf(
      varied,
      varied.map(() => 10),
    );
    expect(ratio?.value).toBe(2.55);
    expect(ratio?.low).toBeLessThan(2.4);
    expect(ratio?.high).toBeGreaterThan(2.6);
  });

  it('refuses series of different rounds, and has none beside nothing', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow('have 2 and 1');
    expect(ratioOf([1], [0])).toBeNull();
  });
});

describe('figureOf', () => {
  const measurement = { name: 'ask', unit: 'ms', values: [30] } as const;
  const beside = { name: 'embed', values: [10] };
  const goal = (of: Goal['of'], bound: Goal['bound'], limit: number) => ({ of, bound, limit });

  it('puts what was measured beside its floor', () => {
    const figure = figureOf({ ...measurement, beside });
    expect(figure).toMatchObject({ median: 30, repeats: 1, reached: null });
    expect(figure.besideSpread?.median).toBe(10);
    expect(figure.ratio?.value).toBe(3);
  });

  it('holds a goal against the ratio or against the median', () => {
    const reached = (wanted: Goal) => figureOf({ ...measurement, beside, goal: wanted }).reached;
    expect(reached(goal('ratio', 'atMost', 3))).toBe(true);
    expect(reached(goal('ratio', 'atMost', 2.9))).toBe(false);
    expect(reached(goal('ratio', 'atLeast', 3.1))).toBe(false);
    expect(reached(goal('median', 'atMost', 30))).toBe(true);
    expect(reached(goal('median', 'atLeast', 31))).toBe(false);
  });

  it('never counts a goal for a ratio as reached where there is no ratio', () => {
    const wanted = { ...measurement, goal: goal('ratio', 'atMost', 100) };
    expect(figureOf(wanted).reached).toBe(false);
  });
});
