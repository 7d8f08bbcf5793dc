import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { analysePassage } from '../../src/answering/analysed-passage.js';
import { shortAnswer } from '../../src/answering/short-answer.js';
import { passageOf } from './passages.js';

function answer(question: string, sentence: string): string | null {
  const [analysed] = analysePassage(passageOf('a', [sentence])).sentences;
  const found = shortAnswer(analyseQuestion(question), analysed!);
  if (found !== null) expect(sentence.slice(found.start, found.end)).toBe(found.text);
  return found?.text ?? null;
}

describe('shortAnswer', () => {
  const growth = 'Sales grew from $20 million in 1990 to $3.5 billion in 2020, a 175-fold rise.';

  it.each([
    ['How much were sales in 2020?', growth, '$3.5 billion'],
    ['How much were sales in 1990?', growth, '$20 million'],
    ['How many times larger did sales become?', growth, '175-fold'],
    [
      'When did the mill burn down?',
      'The mill burned down on 4 May 1899 after a storm.',
      '4 May 1899',
    ],
    ['What share of homes has a well?', 'In all, 41.5% of homes have a well.', '41.5%'],
    ['How many bridges cross the river?', 'Today 14 bridges cross the river.', '14'],
    ['How long did repairs last?', 'Repairs lasted three weeks.', 'three weeks'],
    ['Who praised the plan?', 'The plan is sound, said Ada Byron, a miller.', 'Ada Byron'],
    [
      'Which crops are grown there?',
      'The crops grown there include barley, summer wheat, and red oats.',
      'barley, summer wheat, and red oats',
    ],
  ])('finds what %s asks for', (question, sentence, expected) => {
    expect(answer(question, sentence)).toBe(expected);
  });

  it('gives nothing where a sentence is the answer', () => {
    expect(
      answer('Why did the mill close?', 'It closed because the river ran dry in 1950.'),
    ).toBeNull();
  });

  it('never gives back what the question itself says', () => {
    expect(answer('When after 1950 was it sold?', 'It closed in 1950.')).toBeNull();
  });
});
