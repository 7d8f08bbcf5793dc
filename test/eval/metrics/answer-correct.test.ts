import { describe, expect, it } from 'vitest';
import { answerCorrect } from '../../../eval/metrics/answer-correct.js';
import { answerLengthWords } from '../../../eval/metrics/answer-length.js';
import { partsRecall } from '../../../eval/metrics/parts-recall.js';
import { shortAnswerContains, shortAnswerExact } from '../../../eval/metrics/short-answer.js';

describe('answerCorrect', () => {
  it('accepts any of the answers', () => {
    const expected = { answers: ['22 June', 'June 22'] };
    expect(answerCorrect('It was signed on June 22, 1965.', expected)).toBe(1);
    expect(answerCorrect('It was signed in June 1965.', expected)).toBe(0);
  });

  it('wants every part where there are parts', () => {
    const expected = { answers: ['Chile'], parts: [['Chile'], ['Indonesia']] };
    expect(answerCorrect('in Chile and Indonesia', expected)).toBe(1);
    expect(answerCorrect('in Chile', expected)).toBe(0);
  });
});

describe('partsRecall', () => {
  it('is the share of parts found, in any spelling', () => {
    expect(partsRecall('hydrogen and LNG', [['liquefied natural gas', 'LNG'], ['silver']])).toBe(
      0.5,
    );
  });
});

describe('short answers', () => {
  it('are exact where nothing stands around the answer', () => {
    expect(shortAnswerExact('$77.2 billion', ['77.2 billion dollars'])).toBe(1);
    expect(shortAnswerExact('about $77.2 billion', ['$77.2 billion'])).toBe(0);
  });

  it('contain the answer where something does', () => {
    expect(shortAnswerContains('about $77.2 billion', ['$77.2 billion'])).toBe(1);
    expect(shortAnswerContains('$7.2 billion', ['$77.2 billion'])).toBe(0);
  });
});

describe('answerLengthWords', () => {
  it('counts what white space separates', () => {
    expect(answerLengthWords(' $77.2 billion,\nin 2024. ')).toBe(4);
    expect(answerLengthWords(' ')).toBe(0);
  });
});
