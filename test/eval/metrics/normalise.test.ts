import { describe, expect, it } from 'vitest';
import { containsAnswer, normaliseAnswer } from '../../../eval/metrics/normalise.js';

describe('normaliseAnswer', () => {
  it.each([
    ['The Basic Treaty', 'Basic treaty.'],
    ['12,700', '12700'],
    ['1,234,567', '1234567'],
    ['78 %', '78 percent'],
    ['78%', '78 per cent'],
    ['$77.2 billion', '77.2 billion dollars'],
    ['US$77.2 billion', '$77.2  billion'],
    ['U.S.', 'US'],
    ['third-largest', 'third largest'],
    ['Chōsen-seki', 'chosen seki'],
    ['“lost decade”', "'lost decade'"],
    ['other’s markets', "others' markets"],
    ['2.55%.', '2.55%'],
  ])('makes %j and %j alike', (a, b) => {
    expect(normaliseAnswer(a)).toBe(normaliseAnswer(b));
  });

  it.each([
    ['78%', '77.5%'],
    ['78%', '78'],
    ['5.9%', '59%'],
    ['$1.8 billion', '$18 billion'],
    ['1,2', '12'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(normaliseAnswer(a)).not.toBe(normaliseAnswer(b));
  });

  it('leaves Korean and Japanese letters as they are', () => {
    expect(normaliseAnswer('한국, 일본が')).toBe('한국 일본が'.normalize('NFC'));
  });
});

describe('containsAnswer', () => {
  it('finds whole words only', () => {
    expect(containsAnswer('It fell to 5.9% in 2024.', '5.9 percent')).toBe(true);
    expect(containsAnswer('It fell to 15.9% in 2024.', '5.9%')).toBe(false);
    expect(containsAnswer('about 12,700 firms', '700')).toBe(false);
    expect(containsAnswer('Minnesota', 'Minn')).toBe(false);
  });

  it('finds nothing where the answer has no word', () => {
    expect(containsAnswer('anything', '…')).toBe(false);
  });
});
