import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { analysePassage } from '../../src/answering/analysed-passage.js';
import { yesOrNo } from '../../src/answering/yes-or-no.js';
import { passageOf } from './passages.js';

function settled(question: string, text: string) {
  const passage = analysePassage(passageOf('doc', [text]));
  const [sentence] = passage.sentences;
  return sentence === undefined ? null : yesOrNo(analyseQuestion(question), passage, sentence);
}

describe('yesOrNo', () => {
  it.each([
    ['Is the harbour deep?', 'The harbour is deep.', 'Yes'],
    ['Did the mill stop in 1911?', 'The mill stopped in 1911.', 'Yes'],
    ['Did the mill stop in 1911?', 'The mill did not stop in 1911.', 'No'],
    ['Did the price of tin rise?', 'The price of tin fell.', 'No'],
    ['Did the price of tin not rise?', 'The price of tin rose.', 'No'],
    ['Did Norway sell timber to Spain?', 'Norway sold timber to Spain.', 'Yes'],
  ])('%s %s: %s', (question, text, expected) => {
    expect(settled(question, text)).toBe(expected);
  });

  it.each([
    ['Did the mill stop in 1911?', 'The mill stopped in 1920.'],
    ['Did Norway sell timber to Spain?', 'Spain sold timber to Norway.'],
    ['Did Norway sell timber to Spain?', 'Sweden sold timber to Spain.'],
    ['Is the harbour deep?', 'The harbour may be deep.'],
    ['Is the harbour deep and safe for large ships?', 'The harbour is deep.'],
    ['Is the harbour deep?', 'The harbour is deep but never calm.'],
  ])('is left open: %s %s', (question, text) => {
    expect(settled(question, text)).toBeNull();
  });
});
