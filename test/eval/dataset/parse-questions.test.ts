import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../../eval/dataset/parse-questions.js';
import { splitOf } from '../../../eval/dataset/split.js';
import { answerable, unanswerable } from '../tower-questions.js';

const lines = (...records: readonly object[]) =>
  records.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('parseQuestions', () => {
  it('reads a question a line, in their order', () => {
    const records = [answerable('b'), unanswerable('a')];
    expect(parseQuestions(`${lines(...records)}\n`, 'q.jsonl')).toEqual(records);
  });

  it.each([
    ['an answer to an unanswerable question', { ...unanswerable('a'), answers: ['x'] }],
    ['an answerable question without answers', { ...answerable('a'), answers: [] }],
    ['an answerable question without evidence', { ...answerable('a'), evidence: [] }],
    ['a question of blanks', { ...answerable('a'), question: '  ' }],
    ['an id with spaces', answerable('a b')],
    ['an unknown field', { ...answerable('a'), colour: 'red' }],
    ['a split that is not its id’s', { ...answerable('a'), split: other(splitOf('a')) }],
  ])('refuses %s, naming the line', (_, record) => {
    expect(() => parseQuestions(lines(answerable('first'), record), 'q.jsonl')).toThrow(
      /q\.jsonl:2/,
    );
  });

  it('refuses an id that came before', () => {
    expect(() => parseQuestions(lines(answerable('a'), unanswerable('a')), 'q.jsonl')).toThrow(
      /q\.jsonl:2: id "a" already stands on line 1/,
    );
  });

  it('refuses what is no JSON, and a file without questions', () => {
    expect(() => parseQuestions('{', 'q.jsonl')).toThrow(/q\.jsonl:1: not JSON/);
    expect(() => parseQuestions('\n', 'q.jsonl')).toThrow(/no question/);
  });
});

describe('splitOf', () => {
  // First bytes by sha256sum: "a" ca, "abc" ba, "b" 3e, "3" 4e.
  it('goes by the first byte of the hash of the id', () => {
    expect(['a', 'abc', 'b', '3'].map(splitOf)).toEqual(['test', 'test', 'dev', 'dev']);
  });

  it('halves many ids about evenly', () => {
    const dev = Array.from({ length: 1000 }, (_, index) => splitOf(`id-${index}`));
    const share = dev.filter((one) => one === 'dev').length / 1000;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });
});

function other(split: 'dev' | 'test'): 'dev' | 'test' {
  return split === 'dev' ? 'test' : 'dev';
}
