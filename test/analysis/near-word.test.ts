import { describe, expect, it } from 'vitest';
import { isNearWord } from '../../src/analysis/near-word.js';

describe('isNearWord', () => {
  it.each([
    ['agreement', 'agreement'],
    ['agrement', 'agreement'],
    ['hrabour', 'harbour'],
    ['brachen', 'brachan'],
    ['céleron', 'celeron'],
    ['independance', 'independence'],
  ])('takes "%s" for "%s"', (a, b) => {
    expect(isNearWord(a, b)).toBe(true);
  });

  it.each([
    ['form', 'from'],
    ['harbour', 'labour'],
    ['export', 'import'],
    ['19850', '19851'],
    ['harbour', 'harvest'],
  ])('tells "%s" from "%s"', (a, b) => {
    expect(isNearWord(a, b)).toBe(false);
  });
});
