import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../src/feedback/group-questions.js';

describe('questions alike', () => {
  it('are put together whatever their order, form and small words', () => {
    const groups = groupQuestions([
      'Who won the cup in 1998?',
      'who wins the Cup in 1998',
      'In 1998, who won the cups?',
      'How tall is the tower?',
    ]);
    expect(groups.map(({ count }) => count)).toEqual([3, 1]);
    expect(groups[0]?.wordings).toContain('Who won the cup in 1998?');
    expect(groups[1]?.wordings).toEqual(['How tall is the tower?']);
  });

  it('are counted each time they were asked, the most frequent wording first', () => {
    const groups = groupQuestions(['b harbour?', 'The harbour?', 'The harbour?', ' The harbour? ']);
    expect(groups).toEqual([{ count: 4, wordings: ['The harbour?', 'b harbour?'] }]);
  });

  it('are grouped alike whatever the order they came in', () => {
    const asked = ['mill?', 'mill wheel?', 'wheel?', 'tower height?', 'height of the tower?', '?!'];
    const reversed = [...asked].reverse();
    expect(groupQuestions(reversed)).toEqual(groupQuestions(asked));
  });

  it('are told apart by a year', () => {
    const share = (year: number) => `What was the share of goods in all exports of ${year}?`;
    expect(groupQuestions([share(1965), share(2024)])).toHaveLength(2);
  });

  it('are none where none are given', () => {
    expect(groupQuestions([])).toEqual([]);
  });
});
