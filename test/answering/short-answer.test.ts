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

  const shares =
    'The share of steel rose from 31.6% in 1988 to 77.5% in 2024, while the share of wool fell from 49.5% to 12.1% over the same period.';
  const output =
    "Utopia's output in 2024 is about $4.21 trillion, while Arcadia's is about $1.78 trillion.";
  const partners =
    'Firms such as Acme and Borealis, Utopia Gas and Zephyr, and Delta and Echo work together abroad.';

  it.each([
    ['What was the share of wool in 1988?', shares, '49.5%'],
    ['What was the share of wool in 2024?', shares, '12.1%'],
    ['What was the share of steel in the late eighties?', shares, '31.6%'],
    ['What is the share of steel now?', shares, '77.5%'],
    ["How large was Arcadia's output in 2024?", output, '$1.78 trillion'],
    ["How large was Utopia's output in 2024?", output, '$4.21 trillion'],
    [
      'From what level to what level did the share of steel rise?',
      shares,
      '31.6% in 1988 to 77.5%',
    ],
    [
      'During which weeks is the channel dredged?',
      'The channel will be dredged from 17 April to 12 May.',
      '17 April to 12 May',
    ],
    ['How far do bees fly?', 'Bees fly up to three kilometres for food.', 'three kilometres'],
    [
      'At which university does Ann Lee teach?',
      'Ann Lee, Professor at the Department of Rivers at Ashford University, spoke first.',
      'Ashford University',
    ],
    ['Who is the partner of Acme?', partners, 'Borealis'],
    ['who works with Zephyr', partners, 'Utopia Gas'],
    [
      'How much of world trade comes from the east?',
      'The east accounts for 23% of world output, 20% of its people, and 18.7% of world trade.',
      '18.7%',
    ],
    [
      'When did the occupation end?',
      'The occupation of the coast lasted from 1910 to 1945.',
      '1945',
    ],
    [
      'In which year did the mill burn down?',
      'The mill burned down on 4 May 1899 after a storm.',
      '1899',
    ],
    [
      'Who signed the treaty?',
      'The treaty was signed by then Utopian President Park Moon, who wanted aid.',
      'Park Moon',
    ],
    [
      'What does DX mean?',
      'The success of this digital transformation (DX) matters most.',
      'digital transformation',
    ],
    [
      'What does DX stand for?',
      'All speak of DX (digital transformation).',
      'digital transformation',
    ],
    [
      'Which industries is Arcadia strong in?',
      'Utopia has strengths in materials, parts, and tools, while Arcadia is strong in chips, cells, and code.',
      'chips, cells, and code',
    ],
    [
      'What steps did the study propose?',
      'It proposed: ▲ founding a consortium (of all) ▲ sharing a platform ▲ building chains.',
      'founding a consortium (of all) ▲ sharing a platform ▲ building chains',
    ],
    [
      'Which quarrels are open?',
      'However, quarrels over issues such as the harbour issue, forced labour during the war, and visits to the shrine have not been solved.',
      'the harbour issue, forced labour during the war, and visits to the shrine',
    ],
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

  it('gives nothing of a year that was not asked for', () => {
    expect(
      answer('What did steel cost in 2005?', 'Steel cost $20 in 1988 and $45 in 2024.'),
    ).toBeNull();
  });

  it('never gives back what the question itself says', () => {
    expect(answer('When after 1950 was it sold?', 'It closed in 1950.')).toBeNull();
  });
});
