import { describe, expect, it } from 'vitest';
import { askExplanationText, searchExplanationText } from '../../src/cli/explanation-text.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { SearchExplanation } from '../../src/contract/explanation.js';

const plain = (text: string) => text;
const PIPE: Terminal = {
  width: Number.POSITIVE_INFINITY,
  bold: plain,
  dim: plain,
  highlight: plain,
};

const RETRIEVAL: SearchExplanation = {
  query: 'paper mill',
  terms: [
    { term: 'paper', passages: 1, weight: 1.609 },
    { term: 'mill', passages: 3, weight: 0.5 },
  ],
  pairs: ['paper mill'],
  stages: {
    dense: [{ passageId: 'mill#0', rank: 1, score: 0.71 }],
    lexical: [],
    fused: [{ passageId: 'mill#0', rank: 1, score: 0.4 }],
  },
};

describe('an explanation in a terminal', () => {
  it('shows the words with their weights and each stage', () => {
    expect(searchExplanationText(RETRIEVAL, PIPE)).toBe(`How the passages were found
Searched for: paper mill
Words
  paper: in 1 passage, weight 1.61
  mill: in 3 passages, weight 0.50
Pairs: “paper mill”
By meaning (cosine)
  1. mill#0  0.710
By words (BM25)
  nothing
Both together
  1. mill#0  0.400`);
  });

  it('shows what speaks for and against each sentence', () => {
    const sentence = {
      passageId: 'mill#0',
      start: 0,
      end: 9,
      text: 'It is old.',
      score: 1.5,
      probability: 0.25,
      features: [
        { name: 'sentenceCosine', value: 0.5, contribution: 2 },
        { name: 'unsuited', value: 1, contribution: -0.5 },
      ],
    };
    const parts = [{ question: 'q', retrieval: null, sentences: [sentence] }];
    expect(askExplanationText({ confidence: 0.4, parts }, PIPE)).toBe(`Confidence of the reader 0.40
How the sentences were judged
1. It is old.
   mill#0; score 1.50, probability 0.25; sentenceCosine 0.50 (+2.00), unsuited 1.00 (−0.50)`);
  });
});
