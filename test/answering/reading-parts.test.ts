import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { isForeign } from '../../src/answering/language.js';
import { selectSentences } from '../../src/answering/select-sentences.js';
import { describeSentences, SENTENCE_FEATURES } from '../../src/answering/sentence-features.js';
import { rankSentences } from '../../src/answering/sentence-ranker.js';
import type { StoredPassage } from '../../src/domain/search-index.js';
import { candidatesOf, direction, passageOf } from './passages.js';

const byCosine = SENTENCE_FEATURES.map((name) => (name === 'sentenceCosine' ? 10 : 0));

function rank(...passages: readonly StoredPassage[]) {
  const described = describeSentences(
    analyseQuestion('mill'),
    direction(0),
    candidatesOf(...passages),
    () => 1,
  );
  return rankSentences(described, byCosine);
}

const texts = (ranked: ReturnType<typeof rank>) =>
  ranked.map(({ candidate }) => candidate.analysed.sentence.text);

describe('rankSentences', () => {
  it('orders by the weighted features and shares one probability', () => {
    const ranked = rank(
      passageOf('a', ['Far.', 'Near.'], [1, 0.1]),
      passageOf('b', ['Middle.'], [0.5]),
    );
    expect(texts(ranked)).toEqual(['Near.', 'Middle.', 'Far.']);
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });

  it('ends ties on passage id, then on place', () => {
    expect(texts(rank(passageOf('b', ['B1.', 'B2.']), passageOf('a', ['A.'])))).toEqual([
      'A.',
      'B1.',
      'B2.',
    ]);
  });

  it('never offers a heading', () => {
    const passage = passageOf('a', ['Mill', 'It turns.']);
    const [heading, sentence] = passage.sentences;
    const headed = {
      ...passage,
      sentences: [{ ...heading!, kind: 'heading' as const }, sentence!],
    };
    expect(texts(rank(headed))).toEqual(['It turns.']);
  });
});

describe('selectSentences', () => {
  it('takes the best alone where nothing comes near it', () => {
    expect(
      texts(selectSentences(rank(passageOf('a', ['Best.', 'Far.'], [0, 1.4])), [], 3)),
    ).toEqual(['Best.']);
  });

  it('gives near ones in reading order, up to the limit, without saying one thing twice', () => {
    const ranked = rank(
      passageOf('a', ['Third.', 'Best.', 'Twin.', 'Second.'], [0.5, 0, 0.01, -0.45]),
    );
    expect(texts(selectSentences(ranked, [], 3))).toEqual(['Third.', 'Best.', 'Second.']);
    expect(texts(selectSentences(ranked, [], 1))).toEqual(['Best.']);
  });

  it('gives a sentence that leans on the one before it that one too, where there is room', () => {
    const ranked = rank(passageOf('a', ['The mill burned.', 'It was rebuilt.'], [1.4, 0]));
    expect(texts(selectSentences(ranked, [], 2))).toEqual(['The mill burned.', 'It was rebuilt.']);
    expect(texts(selectSentences(ranked, [], 1))).toEqual(['It was rebuilt.']);
  });

  it('answers with the body rather than with the headline above it', () => {
    const ranked = rank(passageOf('a', ['Mill burned', 'The mill burned in May.'], [0, 0.1]));
    expect(texts(selectSentences(ranked, [], 3))).toEqual(['The mill burned in May.']);
  });

  it('keeps a headline that nothing else says', () => {
    const ranked = rank(passageOf('a', ['Mill burned', 'Bees like clover.'], [0, 1.4]));
    expect(texts(selectSentences(ranked, [], 3))).toEqual(['Mill burned']);
  });

  it('keeps what must be there', () => {
    const ranked = rank(passageOf('a', ['Best.', 'Far.'], [0, 1.4]));
    expect(texts(selectSentences(ranked, [ranked[1]!], 3))).toEqual(['Best.', 'Far.']);
  });
});

describe('isForeign', () => {
  it.each([
    ['대한민국의 수도는 어디입니까?', ['en'], true],
    ['日本の首都は?', ['en'], true],
    ['What is 한국?', ['en'], false],
    ['대한민국의 수도는 어디입니까?', null, false],
    ['대한민국의 수도는 어디입니까?', ['en', 'ko'], false],
    ['12345?', ['en'], false],
    ['日本の首都は?', ['en', 'ko'], true],
    ['日本の首都は?', ['en', 'ja'], false],
    ['日本首都', ['zh-Hans'], false],
    ['日本の首都は?', ['zh'], true],
    ['Где находится музей?', ['ru'], false],
    ['Где находится музей?', ['el', 'ko'], true],
    ['ⵜⴰⵎⴰⵣⵉⵖⵜ', ['ko'], true],
  ])('%s with a model for %s: %s', (question, languages, expected) => {
    expect(isForeign(question, languages)).toBe(expected);
  });
});
