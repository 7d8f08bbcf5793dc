import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/analysis/names.js';
import { analyseQuestion } from '../../src/analysis/question.js';

describe('analyseQuestion', () => {
  it.each([
    ['How much did the bridge cost?', 'money'],
    ['What percentage of bees survive winter?', 'percent'],
    ['When did the mill close?', 'date'],
    ['In what year was it founded?', 'date'],
    ['How many gears does it have?', 'count'],
    ['How long did the strike last?', 'duration'],
    ['Who designed the engine?', 'person'],
    ['Where is the harbour?', 'place'],
    ['Why did the tide turn late?', 'reason'],
    ['What does neap mean?', 'definition'],
    ['Which four areas did the report name?', 'list'],
    ['Is the museum open on Monday?', 'yesNo'],
    ['How does a derailleur work?', 'manner'],
    ['Tell me about honey', 'open'],
  ])('tells what kind of answer %s wants', (question, type) => {
    expect(analyseQuestion(question).type).toBe(type);
  });

  it('lists the years, figures and names that bind an answer', () => {
    const { years, numbers, names } = analyseQuestion('Did Acme Steel sell 300 engines in 1988?');
    expect(years).toEqual(['1988']);
    expect(numbers).toEqual(['300']);
    expect(names).toEqual([['acm', 'steel']]);
  });

  it('drops the words that only ask', () => {
    expect(analyseQuestion('What percentage of honey is water?').terms).toEqual(['honei', 'water']);
  });
});

describe('findNames', () => {
  it('finds runs of capitalised words with exact spans', () => {
    const text = 'However, the Bank of Ireland hired Mary O’Brien.';
    const names = findNames(text);
    expect(names.map(({ text: name }) => name)).toEqual(['Bank of Ireland', 'Mary O’Brien']);
    for (const { start, end, text: name } of names) expect(text.slice(start, end)).toBe(name);
  });
});
