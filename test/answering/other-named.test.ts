import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { otherNamed } from '../../src/answering/other-named.js';
import { describeSentences, SENTENCE_FEATURES } from '../../src/answering/sentence-features.js';
import { rankSentences } from '../../src/answering/sentence-ranker.js';
import { candidatesOf, direction, passageOf } from './passages.js';

const byCosine = SENTENCE_FEATURES.map((name) => (name === 'sentenceCosine' ? 3 : 0));

function others(text: string, ...sentences: readonly string[]): string[] {
  const question = analyseQuestion(text);
  const angles = sentences.map((_, place) => place * 0.3);
  const candidates = candidatesOf(passageOf('doc', sentences, angles));
  const ranked = rankSentences(
    describeSentences(question, direction(0), candidates, () => 1),
    byCosine,
  );
  return otherNamed(question, ranked).map(({ candidate }) => candidate.analysed.sentence.text);
}

describe('the sentence on the other of two names', () => {
  const bell = 'Ann Bell works at the mill.';
  const dorn = 'Carl Dorn works at the ferry.';

  it('is asked for where the best one speaks of one of them', () => {
    expect(others('Where do Ann Bell and Carl Dorn work?', bell, 'It rained.', dorn)).toEqual([
      dorn,
    ]);
    expect(others('Where do Carl Dorn and Ann Bell work?', bell, dorn)).toEqual([dorn]);
  });

  it('is not asked for where one sentence speaks of both, or the best of neither', () => {
    const both = 'Ann Bell and Carl Dorn work at the mill.';
    expect(others('Where do Ann Bell and Carl Dorn work?', both, dorn)).toEqual([]);
    expect(others('Where do Ann Bell and Carl Dorn work?', 'Some work there.', dorn)).toEqual([]);
  });

  it('is not asked for where nothing speaks of the other, nor for countries', () => {
    expect(others('Where do Ann Bell and Carl Dorn work?', bell, 'It rained.')).toEqual([]);
    expect(others('What do Chile and Peru sell?', 'Chile sells copper.', 'Peru buys.')).toEqual([]);
    expect(others('Where is the mill?')).toEqual([]);
  });
});
