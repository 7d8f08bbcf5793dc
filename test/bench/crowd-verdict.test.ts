import { describe, expect, it } from 'vitest';
import { type CrowdOutcome, judgeCrowd } from '../../bench/crowd-verdict.js';

const calm: CrowdOutcome = {
  seconds: 10,
  clients: 200,
  statuses: new Map([[200, 1000]]),
  broken: 0,
  latenciesMs: Array.from({ length: 1000 }, (_, i) => 100 + i / 10),
  memoryBytes: [200e6, 230e6, 210e6, 220e6, 215e6, 225e6],
};

describe('what a crowd met', () => {
  it('is fine where everybody was answered or told to come back', () => {
    expect(judgeCrowd(calm).broken).toEqual([]);
    const told = new Map([...calm.statuses, [429, 5], [503, 7]]);
    const { text, broken } = judgeCrowd({ ...calm, statuses: told });
    expect(broken).toEqual([]);
    expect(text).toContain('1000 × 200, 5 × 429, 7 × 503');
    expect(text).toContain('100.0 answers a second');
  });

  it.each([
    ['another status', { statuses: new Map([[500, 1]]) }, 'statuses other'],
    ['a connection that failed', { broken: 1 }, '1 connections failed'],
    [
      'a few who wait very long',
      { latenciesMs: [...calm.latenciesMs, ...Array.from({ length: 50 }, () => 9000)] },
      'times the median',
    ],
    ['too few responses to tell', { latenciesMs: [1, 2, 3] }, 'fewer than 100'],
    ['memory that grows', { memoryBytes: [200e6, 250e6, 300e6] }, 'memory grew'],
  ])('is not fine with %s', (_what, change, said) => {
    expect(judgeCrowd({ ...calm, ...change }).broken.join()).toContain(said);
  });
});
