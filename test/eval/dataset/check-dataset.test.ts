import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDataset } from '../../../eval/dataset/check-dataset.js';
import { loadDataset } from '../../../eval/dataset/load-dataset.js';
import type { QuestionRecord } from '../../../eval/dataset/question.js';
import { answerable, unanswerable } from '../tower-questions.js';

const TEXTS = new Map([
  ['tower', 'The tower is 80 metres high. It was built in 1931.\n\nA guard lives in it.'],
  ['guide', 'Bring water.'],
]);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What the check says of a dataset of these questions; empty where all is well. */
async function problems(
  questions: readonly QuestionRecord[],
  { readme = 'Written here. Licence: MIT.', texts = TEXTS as typeof TEXTS | null } = {},
): Promise<string> {
  const set = join(folder, 'tower');
  await mkdir(set, { recursive: true });
  const lines = questions.map((one) => JSON.stringify(one)).join('\n');
  await writeFile(join(set, 'questions.jsonl'), `\n${lines}\n`);
  if (readme !== '') await writeFile(join(set, 'README.md'), readme);
  const dataset = await loadDataset(set);
  return checkDataset(dataset, texts).then(
    () => '',
    (error: Error) => error.message,
  );
}

const asking = (question: string, more: object = {}): QuestionRecord => ({
  ...unanswerable('moon'),
  question,
  ...more,
});

describe('checkDataset', () => {
  it('has nothing against a sound dataset', async () => {
    expect(await problems([answerable('height'), asking('Who painted the tower?')])).toBe('');
  });

  it('wants a README with a licence', async () => {
    expect(await problems([answerable('height')], { readme: '' })).toMatch(/README\.md: wanted is/);
    expect(await problems([answerable('height')], { readme: 'By us.', texts: null })).toMatch(
      /no licence is named\. Add it\./,
    );
  });

  it('names file and line of evidence that is not verbatim', async () => {
    const evidence = [{ documentId: 'tower', quote: 'The tower is 81 metres high.' }];
    const text = await problems([answerable('height'), answerable('wrong', { evidence })]);
    expect(text).toMatch(/questions\.jsonl:3: wrong: not verbatim in "tower": .*81.* Copy/);
  });

  it('finds the words of an unanswerable question together in a document', async () => {
    expect(await problems([asking('When was the tower built?')])).toMatch(
      /questions\.jsonl:2: moon: .* "tower" has all of its words together: "The tower is 80 metres high\. It was built/,
    );
  });

  it('reads a follow-up with the question before it', async () => {
    const history = [{ question: 'How high is the tower?', answer: '80 metres.' }];
    expect(await problems([asking('When was it built?', { history })])).toContain('moon: wanted');
    const other = [{ question: 'How high is the lighthouse?', answer: 'The sources do not say.' }];
    expect(await problems([asking('When was it built?', { history: other })])).toBe('');
  });

  it('passes over a quote that was read and does not answer, which must be there', async () => {
    const decoy = (quote: string) =>
      asking('Who built the tower?', { decoys: [{ documentId: 'tower', quote }] });
    expect(await problems([decoy('It was built in 1931.')])).toBe('');
    expect(await problems([decoy('It was built in 1932.')])).toMatch(
      /wanted is a decoy verbatim in "tower"/,
    );
  });

  it('refuses what would answer and stands in a document', async () => {
    expect(await problems([asking('Who lives there?', { absent: ['a guard'] })])).toMatch(
      /no document holds "a guard", and "tower" does/,
    );
    expect(await problems([asking('Who lives there?', { absent: ['a king'] })])).toBe('');
  });

  it('tells of many problems at once, and how many more there are', async () => {
    const evidence = [{ documentId: 'nowhere', quote: 'x' }];
    const many = Array.from({ length: 23 }, (_, place) => answerable(`q${place}`, { evidence }));
    const text = await problems(many);
    expect(text).toContain('has 23 problems');
    expect(text).toContain('q19: no document "nowhere"');
    expect(text).not.toContain('q20:');
    expect(text).toContain('and 3 more');
  });
});
