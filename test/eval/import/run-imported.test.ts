import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../eval/main.js';
import type { Target, TargetCorpus } from '../../../eval/target/target.js';
import { loadCorpus } from '../../../src/ingest/load-corpus.js';
import { fakeTarget } from '../fake-target.js';

let folder: string;
let printed: string;
let corpus: TargetCorpus | undefined;

beforeEach(async () => {
  printed = '';
  corpus = undefined;
  folder = await mkdtemp(join(tmpdir(), 'footnote-import-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  if (corpus?.corpusDir) await rm(join(corpus.corpusDir, '..'), { recursive: true });
});

const numberOf = (place: number) => `d${String(place).padStart(7, '0')}`;

/** A target whose stages rank documents, numbered from 1 in the order of the data set, as told. */
function rankingTarget(dense: readonly number[], lexical: readonly number[]): Target {
  const ranked = (places: readonly number[]) =>
    places.map((place, index) => ({
      passageId: `${numberOf(place)}#0`,
      rank: index + 1,
      score: 1 / (index + 1),
    }));
  const fake = fakeTarget({
    'height?': { quote: 'The tower is 80 metres high.', from: 'tower', shortAnswer: '80 metres' },
    'colour?': { quote: 'A guard lives in it.', from: 'tower', confidence: 0.3 },
  });
  return {
    ...fake,
    search: async (request) => ({
      ...(await fake.search(request)),
      explanation: {
        query: request.query,
        terms: [],
        pairs: [],
        stages: {
          dense: ranked(dense),
          lexical: ranked(lexical),
          fused: ranked([...new Set([...dense, ...lexical])]),
        },
      },
    }),
  };
}

function run(target: Target, ...args: readonly string[]) {
  return main(args, {
    baselinesDir: folder,
    gatesFile: join(folder, 'gates.json'),
    openTarget: async (_, given) => {
      corpus = given;
      return target;
    },
    print: (text) => {
      printed += `${text}\n`;
    },
  });
}

const line = (label: string) => printed.split('\n').find((one) => one.startsWith(label)) ?? '';

describe('a collection in the layout of BEIR', () => {
  const documents = [
    { _id: 'x-1', title: 'On *wings*', text: '1. not a list\n# nor <b>a heading</b> & so_on_' },
    { _id: 'x 2', title: '', text: 'Second.' },
    { _id: 'x3', title: 'No text', text: '' },
  ];

  beforeEach(async () => {
    const lines = (values: readonly unknown[]) =>
      values.map((one) => JSON.stringify(one)).join('\n');
    await writeFile(join(folder, 'corpus.jsonl.gz'), gzipSync(lines(documents)));
    const queries = [
      { _id: 'q1', text: 'wings?' },
      { _id: 'q2', text: 'never judged?' },
    ];
    await writeFile(join(folder, 'queries.jsonl'), lines(queries));
    await mkdir(join(folder, 'qrels'));
    await writeFile(
      join(folder, 'qrels', 'test.tsv'),
      'query-id\tcorpus-id\tscore\nq1\tx 2\t2\nq1\tx-1\t0\n',
    );
  });

  it('is measured by each stage of retrieval and their difference', async () => {
    const json = join(folder, 'out.json');
    expect(await run(rankingTarget([2, 1], [1, 2]), '--beir', folder, '--json', json)).toBe(0);
    expect(printed).toContain('3 documents, 1 questions');
    expect(line('nDCG@10, hybrid ')).toMatch(/ 1\.0000 /);
    expect(line('nDCG@10, BM25 alone')).toMatch(/ 0\.6309 /);
    expect(line('nDCG@10, hybrid minus BM25 alone')).toMatch(/ 0\.3691 /);
    expect(line('MRR@10, BM25 alone')).toMatch(/ 0\.5000 /);
    expect(line('MRR@10, dense alone')).toMatch(/ 1\.0000 /);
    const { figures, questions } = JSON.parse(await readFile(json, 'utf8'));
    expect(questions).toEqual([
      {
        id: 'q1',
        grades: { 'x 2': 2, 'x-1': 0 },
        rankings: { hybrid: ['x 2', 'x-1'], lexical: ['x-1', 'x 2'], dense: ['x 2', 'x-1'] },
      },
    ]);
    expect(figures[0]).toMatchObject({ label: 'nDCG@10, hybrid', value: 1, count: 1 });
  });

  it('is told of as a page and as JUnit', async () => {
    const files = { html: join(folder, 'out.html'), junit: join(folder, 'out.xml') };
    const named = ['--html', files.html, '--junit', files.junit];
    expect(await run(rankingTarget([2, 1], [1, 2]), '--beir', folder, ...named)).toBe(0);
    const page = await readFile(files.html, 'utf8');
    expect(page).toMatch(/nDCG@10, BM25 alone<\/th>.*0\.6309/);
    expect(page).toContain('svg class="bar"');
    const xml = await readFile(files.junit, 'utf8');
    expect(xml).toMatch(/<testcase name="nDCG@10, hybrid" .*>\n\s+<system-out>1\.0000 /);
    const nowhere = ['--html', join(folder, 'no', 'where.html')];
    expect(await run(rankingTarget([1], [1]), '--beir', folder, ...nowhere)).toBe(2);
  });

  it('is served as the very text it holds, outside of the repository', async () => {
    await run(rankingTarget([1], [1]), '--beir', folder);
    expect(corpus?.corpusDir?.startsWith(tmpdir())).toBe(true);
    const { documents: read } = await loadCorpus({
      corpusDir: corpus?.corpusDir ?? '',
      onProblem: 'stop',
    });
    expect(read.map(({ title, text }) => [title, text.replace(/\s+/g, ' ')])).toEqual([
      ['On *wings*', '1. not a list # nor <b>a heading</b> & so_on_'],
      ['Untitled', 'Second.'],
      ['No text', 'No text'],
    ]);
  });

  it.each([
    ['queries.jsonl', '{"_id": 3}', 'line 1'],
    ['queries.jsonl', 'not JSON', 'no JSON'],
    ['qrels/test.tsv', 'a header\nq1 without tabs', 'line 2'],
  ])('ends with 2 where %s is wrong, and says where', async (file, text, said) => {
    await writeFile(join(folder, file), text);
    expect(await run(rankingTarget([1], [1]), '--beir', folder)).toBe(2);
    expect(printed).toContain(said);
  });

  it('ends with 2 on a folder of another layout', async () => {
    await rm(join(folder, 'queries.jsonl'));
    expect(await run(rankingTarget([1], [1]), '--beir', folder)).toBe(2);
    expect(printed).toContain('queries.jsonl');
  });

  it('ends with 2 on a service that cannot hold the documents, or does not explain', async () => {
    const url = ['--url', 'http://127.0.0.1:9'];
    expect(await run(rankingTarget([1], [1]), '--beir', folder, ...url)).toBe(2);
    expect(await run(fakeTarget({}), '--beir', folder)).toBe(2);
    expect(printed).toContain('"explain"');
  });
});

describe('questions in the layout of SQuAD', () => {
  const qa = (id: string, question: string, answers: readonly string[]) => ({
    id,
    question,
    answers: answers.map((text) => ({ text, answer_start: 0 })),
    is_impossible: answers.length === 0,
  });
  const data = [
    {
      title: 'The_Tower',
      paragraphs: [
        { context: 'The tower is 80 metres high.', qas: [qa('1', 'height?', ['80', '80 metres'])] },
        { context: 'A guard lives in it.', qas: [qa('2', 'colour?', []), qa('3', 'moon?', [])] },
      ],
    },
    {
      title: 'Guide',
      paragraphs: [{ context: 'Bring water.', qas: [qa('4', 'what?', ['water'])] }],
    },
  ];
  let file: string;

  beforeEach(async () => {
    file = join(folder, 'squad.json');
    await writeFile(file, JSON.stringify({ version: '2.0', data }));
  });

  it('are asked over all paragraphs, and found, answered and refused ones counted', async () => {
    expect(await run(rankingTarget([1, 3, 2], [3, 2, 1]), '--squad', file)).toBe(0);
    expect(printed).toContain('3 documents, 4 questions');
    expect(line('right paragraph first, hybrid')).toMatch(/ 50\.0 %.* 2$/);
    expect(line('right paragraph first, BM25 alone')).toMatch(/ 50\.0 %.* 2$/);
    expect(line('right paragraph in five, dense alone')).toMatch(/ 100\.0 %.* 2$/);
    expect(line('answer in the answer text, of answerable')).toMatch(/ 50\.0 %/);
    expect(line('answer in the answer text, of answered')).toMatch(/ 100\.0 %/);
    expect(line('short answer exact')).toMatch(/ 50\.0 %/);
    // Answerable at 0.9 and 0, unanswerable at 0.3 and 0: (2 + 0.5) / 4.
    expect(line('abstention AUC, confidence as shown')).toMatch(/ 0\.6250 /);
    expect(line('abstention recall')).toMatch(/ 50\.0 %/);
    expect(line('false abstention')).toMatch(/ 50\.0 %/);
    expect(line('time of reading, median')).toMatch(/ 1\.0 ms/);
  });

  it('can be those of some articles, over all or over their own paragraphs', async () => {
    const target = rankingTarget([1], [1]);
    await run(target, '--squad', file, '--articles', 'Guide');
    expect(printed).toContain('1 documents, 1 questions');
    await run(target, '--squad', file, '--ask', 'Guide');
    expect(printed).toContain('3 documents, 1 questions');
    await run(target, '--squad', file, '--limit', '2');
    expect(printed).toContain('3 documents, 2 questions');
  });

  it('end with 2 where an article is not there, and name those that are', async () => {
    expect(await run(rankingTarget([1], [1]), '--squad', file, '--articles', 'Nowhere')).toBe(2);
    expect(printed).toContain('The_Tower, Guide');
  });

  it('end with 2 where the file is of another layout, no file, or no gzip', async () => {
    const other = join(folder, 'other.json.gz');
    await writeFile(other, gzipSync('{"data": {}}'));
    expect(await run(rankingTarget([1], [1]), '--squad', other)).toBe(2);
    await writeFile(other, 'plain');
    expect(await run(rankingTarget([1], [1]), '--squad', other)).toBe(2);
    expect(await run(rankingTarget([1], [1]), '--squad', join(folder, 'nowhere'))).toBe(2);
    expect(printed).toMatch(/"data".*\n.*no gzip.*\n.*cannot be read/s);
  });
});
