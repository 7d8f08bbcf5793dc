import { describe, expect, it } from 'vitest';
import { canonicalFacts } from '../../../eval/metrics/canonical-facts.js';
import { containsAnswer } from '../../../eval/metrics/normalise.js';

describe('canonicalFacts', () => {
  it.each([
    ['June 22nd, 1965', '22 june 1965'],
    ['22 Jun. 1965', '22 june 1965'],
    ['the 22nd of June 1965', 'the 22 june 1965'],
    ['1965-06-22', '22 june 1965'],
    ['Sept. 5', '5 september'],
    ['June, 1965', 'june 1965'],
    ['in June 1965, 22 ships', 'in june 1965, 22 ships'],
    ['1965-13-22', '1965-13-22'],
    ['$77.2 billion', '$77200000000'],
    ['1,500 million', '1500000000'],
    ['0.5bn', '500000000'],
    ['1.23456 thousand', '1234.56'],
    ['Three or ten', '3 or 10'],
    ['it may be 5% more', 'it may be 5% more'],
    ['one of them', 'one of them'],
  ])('writes %s as %s', (text, expected) => {
    expect(canonicalFacts(text)).toBe(expected);
  });
});

describe('containsAnswer', () => {
  it.each([
    ['It was signed on June 22, 1965.', '22 June 1965'],
    ['It was signed on 22 June 1965.', '1965-06-22'],
    ['It was signed on June 22, 1965.', 'June 1965'],
    ['It cost 1,500 million yen.', '1.5 billion yen'],
    ['There are three mills.', '3 mills'],
    ['It grew to $77.2 billion.', '77.2'],
  ])('finds in "%s" what is written "%s"', (text, answer) => {
    expect(containsAnswer(text, answer)).toBe(true);
  });

  it.each([
    ['It was signed on June 22, 1965.', '21 June 1965'],
    ['It was signed on June 22, 1965.', '22 July 1965'],
    ['It cost 1,500 million yen.', '15 billion yen'],
    ['It was in June 1965.', '22 June 1965'],
    ['One of them left.', '1'],
  ])('does not find in "%s" what would be "%s"', (text, answer) => {
    expect(containsAnswer(text, answer)).toBe(false);
  });
});
