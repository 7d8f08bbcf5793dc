import { describe, expect, it } from 'vitest';
import { wrongAnswerRate, wrongRefusalRate } from '../../../eval/metrics/error-rates.js';

describe('wrong answers and wrong refusals', () => {
  // 5 right answers, 1 right refusal, 3 wrong answers, 1 wrong refusal.
  const verdicts = [
    ...Array.from({ length: 5 }, () => ({ abstained: false, right: true })),
    { abstained: true, right: true },
    ...Array.from({ length: 3 }, () => ({ abstained: false, right: false })),
    { abstained: true, right: false },
  ];

  it('are shares of all questions', () => {
    expect(wrongAnswerRate(verdicts)).toBe(0.3);
    expect(wrongRefusalRate(verdicts)).toBe(0.1);
  });

  it('are undefined without questions', () => {
    expect(wrongAnswerRate([])).toBeNull();
    expect(wrongRefusalRate([])).toBeNull();
  });
});
