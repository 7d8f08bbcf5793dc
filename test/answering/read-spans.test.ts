import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { describeRead, readMentions } from '../../src/answering/read-spans.js';
import type { SentenceReading } from '../../src/domain/passage-reader.js';

const TEXT = 'The mill was drawn by the architect Klara Voss, in 1951.';

/** A reading that takes the given stretches of the text for the answer. */
function reading(...spans: readonly (readonly [string, number])[]): SentenceReading {
  return {
    logOdds: 1,
    spans: spans.map(([text, probability]) => {
      const start = TEXT.indexOf(text);
      return { start, end: start + text.length, probability };
    }),
  };
}

describe('stretches that a model takes for the answer', () => {
  const question = analyseQuestion('Who designed the mill?');

  it('are offered without the marks and articles around them, each once', () => {
    const found = readMentions(
      question,
      TEXT,
      reading(['Klara Voss,', 0.5], ['the architect Klara Voss', 0.3], ['Klara Voss', 0.1]),
    );
    expect(found.map(({ text }) => text)).toEqual(['Klara Voss', 'architect Klara Voss']);
    for (const { start, end, text } of found) expect(TEXT.slice(start, end)).toBe(text);
  });

  it('are not offered where they are unlikely, say nothing or stand in the question', () => {
    expect(readMentions(question, TEXT, reading(['Klara Voss', 0.01]))).toEqual([]);
    expect(readMentions(question, TEXT, reading([', ', 0.9], ['The mill', 0.9]))).toEqual([]);
  });

  it('speak for the stretches they share words with', () => {
    const start = TEXT.indexOf('Klara Voss');
    const span = { start, end: start + 'Klara Voss'.length };
    const same = describeRead(TEXT, span, reading(['Klara Voss,', 0.6], ['1951', 0.3]), false);
    expect(same).toEqual({ readAlike: 0.6, readAround: 0.6, onlyRead: 0 });
    const longer = describeRead(TEXT, span, reading(['architect Klara Voss', 0.6]), true);
    expect(longer).toMatchObject({ readAlike: 0, onlyRead: 1 });
    expect(longer.readAround).toBeCloseTo((0.6 * 2 * 10) / 30);
  });
});
