import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/cli/answer-text.js';
import { searchText } from '../../src/cli/search-text.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { onOneLine, wrapText } from '../../src/cli/wrap-text.js';
import { ABSTAINED, ANSWERED, CITATION, DISAGREED, FOUND } from '../http/samples.js';

const plain = (text: string) => text;
const PIPE: Terminal = {
  width: Number.POSITIVE_INFINITY,
  bold: plain,
  dim: plain,
  highlight: plain,
};

describe('an answer in a terminal', () => {
  it('is the short answer, the marked sentences and the sources with their place', () => {
    expect(answerText(ANSWERED, PIPE)).toBe(`$77.2 billion

Trade grew to $77.2 billion in 2024. [1]
Confidence 93 %

Sources
[1] “Trade grew to $77.2 billion in 2024.”
    Trade in numbers
    A. Writer, The <Paper>, 2025-06-20
    news/trade, characters 18 to 54
    https://example.org/trade?a=1&b=2`);
  });

  it('names both sides of a disagreement before the sources', () => {
    const text = answerText(DISAGREED, PIPE);
    expect(text).toContain(
      'The sources differ\nthe trade volume of 2024\n- $77.2 billion [1]\n- $77 billion [2]\n\nSources',
    );
  });

  it('says that there is none, why, and what comes nearest', () => {
    expect(answerText(ABSTAINED, PIPE)).toBe(`No answer in these documents.
Nothing here speaks of a cup.

The nearest passages
- Trade in numbers
  Trade grew to $77.2 billion in 2024.
  news/trade, characters 18 to 54`);
  });

  it('leaves out what is not known of a source', () => {
    const bare = { ...CITATION, author: null, publisher: null, published: null, url: null };
    const text = answerText({ ...ANSWERED, citations: [bare] }, PIPE);
    expect(text).toMatch(/ {4}Trade in numbers\n {4}news\/trade, characters 18 to 54$/);
  });

  it('never claims to be wholly certain', () => {
    const answer = { ...ANSWERED.answer!, confidence: 1 };
    expect(answerText({ ...ANSWERED, answer }, PIPE)).toContain('Confidence over 99 %');
  });

  it('lets no document steer the terminal', () => {
    const title = 'Trade\u001b[2J\u009b31m\u0007 in\u202e numbers\r\nfaked line';
    const text = answerText({ ...ANSWERED, citations: [{ ...CITATION, title }] }, PIPE);
    for (const sign of ['\u001b', '\u009b', '\u0007', '\r', '\u202e'])
      expect(text).not.toContain(sign);
    expect(text).toContain('Trade[2J31m in numbers faked line');
  });

  it('has no line longer than the terminal is wide', () => {
    const lines = answerText(DISAGREED, { ...PIPE, width: 40 }).split('\n');
    const long = lines.filter((line) => line.length > 40);
    expect(long.every((line) => !line.trim().includes(' '))).toBe(true);
    expect(lines.length).toBeGreaterThan(15);
  });
});

describe('found passages in a terminal', () => {
  it('carry number, place and where each retriever put them', () => {
    expect(searchText(FOUND, PIPE)).toBe(`1. Trade in numbers
   Trade grew to $77.2 billion in 2024.
   news/trade, characters 18 to 54; meaning rank 1, words not found`);
  });

  it('may be none', () => {
    expect(searchText({ ...FOUND, passages: [] }, PIPE)).toBe('Nothing found.');
  });
});

describe('wrapText', () => {
  it('breaks at blanks and counts wide characters twice', () => {
    expect(wrapText('one two three', 7)).toBe('one two\nthree');
    expect(wrapText('한국 무역 규모', 9)).toBe('한국 무역\n규모');
    expect(wrapText('one two', 7, '  ')).toBe('  one\n  two');
  });

  it('leaves a word that is too long whole', () => {
    expect(wrapText('https://example.org/long a', 10)).toBe('https://example.org/long\na');
  });

  it('puts text on one line', () => {
    expect(onOneLine(' a\n\tb\u00a0 c ')).toBe('a b c');
  });
});
