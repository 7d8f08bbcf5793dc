import { describe, expect, it } from 'vitest';
import {
  abstentionF1,
  abstentionPrecision,
  abstentionRecall,
  falseAbstentionRate,
} from '../../../eval/metrics/abstention.js';
import { disagreementPrecision, disagreementRecall } from '../../../eval/metrics/disagreement.js';

const of = (answerable: boolean, abstained: boolean, times: number) =>
  Array.from({ length: times }, () => ({ answerable, abstained }));

describe('abstention', () => {
  // 3 due, 1 not; 5 answers given, 2 of them to unanswerable questions.
  const refusals = [
    ...of(false, true, 3),
    ...of(true, true, 1),
    ...of(true, false, 3),
    ...of(false, false, 2),
  ];

  it('has the precision, recall and F1 counted by hand', () => {
    expect(abstentionPrecision(refusals)).toBe(3 / 4);
    expect(abstentionRecall(refusals)).toBe(3 / 5);
    expect(abstentionF1(refusals)).toBeCloseTo(2 / 3, 12);
    expect(falseAbstentionRate(refusals)).toBe(1 / 4);
  });

  it('is undefined rather than 0 where nothing was measured', () => {
    expect(abstentionPrecision(of(true, false, 2))).toBeNull();
    expect(abstentionRecall(of(true, false, 2))).toBeNull();
    expect(abstentionF1(of(true, false, 2))).toBeNull();
    expect(falseAbstentionRate(of(false, true, 2))).toBeNull();
  });

  it('has F1 0 where every refusal was wrong and none that was due was made', () => {
    expect(abstentionF1([...of(true, true, 1), ...of(false, false, 1)])).toBe(0);
  });
});

describe('disagreement', () => {
  const expected = [['78%'], ['77.5%']];
  const disputes = [
    { expected, shown: ['77.5 percent', '78 percent'] },
    { expected, shown: ['78%', '32%'] },
    { expected, shown: null },
    { expected: null, shown: ['a', 'b'] },
    { expected: null, shown: null },
  ];

  it('is right only where every side is shown', () => {
    expect(disagreementPrecision(disputes)).toBe(1 / 3);
    expect(disagreementRecall(disputes)).toBe(1 / 3);
  });

  it('is undefined where none is shown or expected', () => {
    expect(disagreementPrecision([{ expected, shown: null }])).toBeNull();
    expect(disagreementRecall([{ expected: null, shown: null }])).toBeNull();
  });
});
