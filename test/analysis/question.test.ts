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
    ['How big a slice of trade was steel?', 'percent'],
    ['Which part of the harvest is sold abroad?', 'percent'],
    ['What fraction of the bees is lost?', 'percent'],
    ['How dependent is the town on the mill, in percent?', 'percent'],
    ['share of steel in exports 1990 pct', 'percent'],
    ['how mny people live there', 'count'],
    ['What is the population of Ulm?', 'count'],
    ['How much did the guild invest in the mill?', 'money'],
    ['What did the new bridge cost?', 'money'],
    ['How many euros does a ticket cost?', 'money'],
    ['How many million dollars was it worth?', 'money'],
    ['How high is the fee for the ferry?', 'money'],
    ['What is the budget of the town?', 'money'],
    ['How large is the lake?', 'amount'],
    ['At what temperature does lead melt?', 'amount'],
    ['By which factor did sales grow?', 'multiple'],
    ['How many times did sales grow?', 'multiple'],
    ['Since when has the mill been shut?', 'date'],
    ['As of what date are these figures?', 'date'],
    ['How many years of talks were needed?', 'duration'],
    ['How old is the oak?', 'duration'],
    ['Where does Utopia rank among exporters?', 'ordinal'],
    ['Which place is it among the exporters, then?', 'ordinal'],
    ['How high up the list of its customers is Utopia?', 'ordinal'],
    ['trade with utopia how many tmes bigger', 'multiple'],
    ['Who ruled when the mill was built?', 'person'],
    ['When the mill was built, who ruled?', 'person'],
    ['Which Utopian minister opened it?', 'person'],
    ['In which country is the mine?', 'place'],
    ['Which company makes the engines?', 'name'],
    ['At what university does she teach?', 'name'],
    ['In what branches has trade grown?', 'list'],
    ['Which quarrels are still open?', 'list'],
    ['Give the pairs of partners.', 'list'],
    ['Name the three founders', 'list'],
    ['What motivates firms to export?', 'reason'],
    ['What made the guild sell the mill?', 'reason'],
    ['What led to the strike?', 'reason'],
    ['For what reason was the gate shut?', 'reason'],
    ['What is meant by neap?', 'definition'],
    ['What do the letters OEC stand for?', 'definition'],
    ['By which means is salt won?', 'manner'],
    ['What happens to the wheel at low tide?', 'open'],
    ['What kind of bridge is it?', 'open'],
    ['Do both towns have a mill?', 'yesNo'],
  ])('tells what kind of answer %s wants', (question, type) => {
    expect(analyseQuestion(question).type).toBe(type);
  });

  it('lists the years, figures and names that bind an answer', () => {
    const { years, numbers, names } = analyseQuestion('Did Acme Steel sell 300 engines in 1988?');
    expect(years).toEqual(['1988']);
    expect(numbers).toEqual(['300']);
    expect(names).toEqual([['acm', 'steel']]);
  });

  it.each([
    ['How many companies export steel?', ['compani', 'export', 'steel']],
    ['What kind of bridge is it?', ['bridg']],
    ['Which trade agreement did they sign?', ['trade', 'agreement']],
    ['Why did it close?', []],
  ])('tells what thing %s is about to name or count', (question, focus) => {
    expect(analyseQuestion(question).focus).toEqual(focus);
  });

  it.each([
    ['How large was trade in the early seventies?', { first: 1970, last: 1974 }],
    ['How large was trade in the 1990s?', { first: 1990, last: 1999 }],
    ['How large was trade in the late 80s?', { first: 1985, last: 1989 }],
  ])('reads the decade of %s', (question, period) => {
    expect(analyseQuestion(question).periods).toEqual([period]);
    expect(analyseQuestion(question).years).toEqual([]);
  });

  it('tells a question about the present', () => {
    expect(analyseQuestion('How large is trade today?').asksForNow).toBe(true);
    expect(analyseQuestion('How large was trade in 1990?').asksForNow).toBe(false);
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

  it.each([
    ['공장은 언제 문을 열었습니까?', 'date'],
    ['공장에는 몇 명이 있습니까?', 'amount'],
    ['수입의 비율은 얼마입니까?', 'percent'],
    ['水車は何年に止まりましたか?', 'date'],
    ['水車はなぜ止まりましたか?', 'reason'],
    ['町に何人が住んでいますか?', 'amount'],
    ['水車について教えてください。', 'open'],
  ])('knows what Korean and Japanese questions ask for: "%s"', (text, type) => {
    expect(analyseQuestion(text).type).toBe(type);
  });
});
