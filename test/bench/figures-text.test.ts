import { describe, expect, it } from 'vitest';
import { figureOf } from '../../bench/figure.js';
import { figuresText, valueText } from '../../bench/figures-text.js';

describe('figuresText', () => {
  it('puts a floor, the ratio and the goal beside each figure', () => {
    const text = figuresText([
      figureOf({
        name: 'question',
        unit: 'ms',
        values: [6, 8, 7],
        beside: { name: 'bare embedding', values: [4, 4, 4] },
        goal: { of: 'ratio', bound: 'atMost', limit: 2 },
      }),
      figureOf({
        name: 'memory',
        unit: 'bytes',
        values: [400_000_000],
        goal: { of: 'median', bound: 'atMost', limit: 350_000_000 },
      }),
    ]);
    const [headings, question, memory] = text.split('\n').map((line) => line.split(/ {2,}/));
    expect(headings).toEqual(
      expect.arrayContaining(['median', 'p95', 'p99', 'repeats', 'beside', 'ratio', 'goal']),
    );
    expect(question).toEqual([
      ...['question', '7 ms', '-', '-', '3', 'bare embedding', '4 ms', '1.75'],
      '<= 2: reached',
    ]);
    expect(memory).toEqual(['memory', '400 MB', '-', '-', '1', '<= 350 MB: missed']);
  });

  it('says how far off a ratio may be', () => {
    const values = Array.from({ length: 10 }, () => 3);
    const beside = { name: 'floor', values: values.map(() => 2) };
    expect(figuresText([figureOf({ name: 'a', unit: 'ms', values, beside })])).toContain(
      '1.5 (1.5-1.5)',
    );
  });
});

describe('valueText', () => {
  it('writes three digits with the unit, and no value as such', () => {
    expect(valueText(2.34567, 'ms')).toBe('2.35 ms');
    expect(valueText(12345.6, 'ms')).toBe('12346 ms');
    expect(valueText(0.04567, 'ms')).toBe('0.0457 ms');
    expect(valueText(511_000, 'bytes')).toBe('0.511 MB');
    expect(valueText(21.76, 'perSecond')).toBe('21.8/s');
    expect(valueText(0.99994, 'share')).toBe('0.9999');
    expect(valueText(null, 'ms')).toBe('-');
  });
});
