import { describe, expect, it } from 'vitest';
import { claimSupport, figuresAndNames } from '../../../eval/metrics/support.js';

describe('figuresAndNames', () => {
  it('finds figures and names, not the word that opens a sentence', () => {
    expect(figuresAndNames("The mill's owner, Josiah Penhallow, paid £1,742 in 1742.")).toEqual([
      '1742',
      'josiah',
      'penhallow',
    ]);
  });

  it('takes an opening word with a second capital, and figures with what is written to them', () => {
    expect(figuresAndNames('LNG came to the 60th G7 summit.')).toEqual(['60th', 'lng', 'g7']);
  });

  it('finds none in plain words', () => {
    expect(figuresAndNames('Bring water.')).toEqual([]);
  });
});

describe('claimSupport', () => {
  it('is the share of figures and names that the quotes hold', () => {
    const quotes = ['Penhallow built it in 1742.', 'It cost 30 percent more.'];
    expect(claimSupport('In 1742 Penhallow and Fenwick built it for 30% more.', quotes)).toBe(
      3 / 4,
    );
  });

  it('is whole for a sentence that is its own quote', () => {
    const sentence = 'Korea’s “60th” anniversary, in the U.S., cost $1.2 billion (or 5%).';
    expect(claimSupport(sentence, [sentence])).toBe(1);
  });

  it('is 0 without quotes, and undefined where there is nothing to support', () => {
    expect(claimSupport('It was built in 1742.', [])).toBe(0);
    expect(claimSupport('Bring water.', [])).toBeNull();
  });
});
