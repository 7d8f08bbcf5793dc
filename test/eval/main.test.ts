import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main, type Surroundings } from '../../eval/main.js';
import type { Target } from '../../eval/target/target.js';
import type { Variation } from '../../src/compose.js';
import { fakeTarget, type Replies } from './fake-target.js';
import { answerable, unanswerable } from './tower-questions.js';

const GOOD: Replies = {
  'height?': { quote: 'The tower is 80 metres high.', from: 'tower' },
  'tallness?': { quote: 'The tower is 80 metres high.', from: 'tower' },
};

let folder: string;
let printed: string;

beforeEach(async () => {
  printed = '';
  folder = await mkdtemp(join(tmpdir(), 'footnote-eval-'));
  const records = [answerable('height'), answerable('tallness'), unanswerable('moon')];
  await mkdir(join(folder, 'tower'));
  await writeFile(join(folder, 'tower', 'README.md'), 'Written for this test. Licence: MIT.');
  await writeFile(
    join(folder, 'tower', 'questions.jsonl'),
    records.map((one) => JSON.stringify(one)).join('\n'),
  );
});

afterEach(() => rm(folder, { recursive: true }));

function run(replies: Replies, ...more: readonly string[]) {
  return runOn(fakeTarget(replies), ...more);
}

function runOn(target: Target, ...more: readonly string[]) {
  return main(['--dataset', join(folder, 'tower'), '--split', 'all', ...more], world(target));
}

function world(target: Target): Surroundings {
  return {
    baselinesDir: join(folder, 'baselines'),
    gatesFile: join(folder, 'gates.json'),
    openTarget: async () => target,
    print: (text) => {
      printed += `${text}\n`;
    },
  };
}

const baseline = () => join(folder, 'baselines', 'tower.all.json');

describe('the evaluation as a program', () => {
  it('prints figures and ends with 0', async () => {
    expect(await run(GOOD)).toBe(0);
    expect(printed).toContain('3 questions, 0 failed requests');
    expect(printed).toContain('Nothing went wrong.');
  });

  it('saves the same baseline twice', async () => {
    await run(GOOD, '--save');
    const first = await readFile(baseline(), 'utf8');
    await run(GOOD, '--save');
    expect(await readFile(baseline(), 'utf8')).toBe(first);
    expect(first).not.toContain('latency');
  });

  it('ends with 0 beside a baseline it equals', async () => {
    await run(GOOD, '--save');
    expect(await run(GOOD, '--baseline', baseline())).toBe(0);
    expect(printed).toContain('Not worse than the baseline.');
  });

  it('ends with 1 where an answer got lost, and names it', async () => {
    await run(GOOD, '--save');
    expect(await run({ ...GOOD, 'tallness?': null }, '--baseline', baseline())).toBe(1);
    expect(printed).toContain('no longer right: tallness');
  });

  it('ends with 1 where one quote moved, whatever is tolerated', async () => {
    await run(GOOD, '--save');
    const shifted = { ...GOOD, 'tallness?': { quote: 'The tower', from: 'tower', shift: 2 } };
    expect(await run(shifted, '--baseline', baseline(), '--tolerance', '1')).toBe(1);
    expect(printed).toContain('- citations verbatim, hash right: 100.0 -> 50.0 %');
  });

  it('ends with 1 where requests began to fail', async () => {
    await run(GOOD, '--save');
    const broken = { ...GOOD, 'moon?': new Error('boom') };
    expect(await run(broken, '--baseline', baseline(), '--tolerance', '1')).toBe(1);
    expect(printed).toContain('1 more failed requests');
  });

  it('says whether flips are more than chance', async () => {
    await run(GOOD, '--save');
    await run({ ...GOOD, 'tallness?': null }, '--baseline', baseline());
    expect(printed).toContain(
      '1 questions flipped, 1 lost and 0 won: no more than chance may bring (McNemar p = 1.000)',
    );
    printed = '';
    await run({ 'moon?': GOOD['height?'] ?? null }, '--baseline', baseline());
    expect(printed).toContain('3 questions flipped, 3 lost and 0 won');
    expect(printed).toContain(
      'more than chance: answer correct, of answerable -1.000 [-1.000, -1.000] on 2 questions',
    );
  });

  it('ends with 1 below a gate, and says which figure broke it', async () => {
    expect(await run(GOOD, '--gate-save')).toBe(0);
    expect(await run(GOOD, '--gates')).toBe(0);
    expect(printed).toContain('The gate tower.all.service holds.');
    const shifted = { ...GOOD, 'tallness?': { quote: 'The tower', from: 'tower', shift: 2 } };
    expect(await run(shifted, '--gates')).toBe(1);
    expect(printed).toContain('- citations verbatim, hash right: wanted at least 1, got 0.5');
    expect(await run({ ...GOOD, 'moon?': new Error('boom') }, '--gates')).toBe(1);
    expect(printed).toContain('- failed requests: wanted at most 0, got 1');
    expect(printed).toContain('- abstention recall: wanted at least 0.5, got nothing');
  });

  it('ends with 2 where there is no gate of its name, or no gates at all', async () => {
    expect(await run(GOOD, '--gates')).toBe(2);
    expect(printed).toContain('Set gates with --gate-save');
    await writeFile(join(folder, 'gates.json'), '{"tower.test.service":{"right":0.5}}');
    expect(await run(GOOD, '--gates')).toBe(2);
    expect(printed).toContain('no gate "tower.all.service". It has tower.test.service');
    await writeFile(join(folder, 'gates.json'), '[1]');
    expect(await run(GOOD, '--gates')).toBe(2);
    expect(await run(GOOD, '--gate-save')).toBe(2);
    expect(printed).toContain('holds no gates');
  });

  it('ends with 1 where the same question gets two answers', async () => {
    expect(await run(GOOD, '--repeat', '3')).toBe(0);
    expect(printed).toContain('3 questions asked 3 times: the same answers');
    let asked = 0;
    const target = fakeTarget(GOOD);
    const fickle: Target = {
      ...target,
      ask: async (request) => (asked++ === 3 ? fakeTarget({}).ask(request) : target.ask(request)),
    };
    expect(await runOn(fickle, '--repeat', '2')).toBe(1);
    expect(printed).toContain('1 responses differ from the first.');
    expect(printed).toContain('height, round 2: answer, abstention, citations');
  });

  const ablate = (...more: readonly string[]) =>
    main(['--dataset', join(folder, 'tower'), '--split', 'all', '--ablations', ...more], {
      ...world(fakeTarget(GOOD)),
      openTarget: async (_, __, variation) => {
        variations.push(variation);
        return fakeTarget(variation?.searched === undefined ? GOOD : {});
      },
    });
  let variations: (Variation | undefined)[];
  beforeEach(() => {
    variations = [];
  });

  it('tells what each part is worth', async () => {
    expect(await ablate()).toBe(0);
    expect(variations.length).toBeGreaterThan(20);
    expect(printed).toMatch(/as it is +100\.0 +100\.0 +100\.0/);
    expect(printed).toMatch(/dense retrieval alone +33\.3 +0\.0/);
    expect(printed).toMatch(
      /dense retrieval alone +-66\.7 \[-100\.0, -33\.3\] \* +-100\.0 \[-100\.0, -100\.0\] \*.* 2 \/ 0 +0\.500 +1\.000/,
    );
    expect(printed).toMatch(/Fewer are right, but no more than luck may bring: dense .*; lexical /);
    expect(printed).toMatch(/No answer changes: .*without the checks of what is demanded/);
  });

  it('tells what some parts are worth, as a page, as JSON and as JUnit', async () => {
    const file = (name: string) => join(folder, name);
    const files = ['--html', file('a.html'), '--json', file('a.json'), '--junit', file('a.xml')];
    expect(await ablate('--without', 'dense, constraints', ...files)).toBe(0);
    expect(variations.map((one) => one?.without)).toEqual([undefined, undefined, ['constraints']]);
    const { ablations } = JSON.parse(await readFile(file('a.json'), 'utf8'));
    expect(ablations.map((one: { changed: number }) => one.changed)).toEqual([0, 2, 0]);
    const page = await readFile(file('a.html'), 'utf8');
    expect(page).toContain('What each part of the engine is worth');
    expect(page).toMatch(/dense retrieval alone<\/th>.*-66\.7 \[-100\.0, -33\.3\] \*/);
    expect(page).not.toContain('NaN');
    const xml = await readFile(file('a.xml'), 'utf8');
    expect(xml).toContain('<testsuites name="tower, all: ablations" tests="3" failures="0"');
    expect(xml).toContain('2 questions lost, 0 won');
    expect(await ablate('--without', 'magic')).toBe(2);
    expect(printed).toContain('no part "magic". There are no-history, question-parts');
  });

  it('writes every response as JSON', async () => {
    const file = join(folder, 'out.json');
    await run(GOOD, '--json', file);
    const { judged, overall, confidence } = JSON.parse(await readFile(file, 'utf8'));
    expect(confidence).toEqual({
      riskCoverageArea: 0,
      riskCoverage: [{ confidence: 0.9, coverage: 2 / 3, risk: 0 }],
      reliability: [
        { count: 1, confidence: 0.9, correct: 1 },
        { count: 1, confidence: 0.9, correct: 1 },
      ],
    });
    expect(printed).toMatch(
      /risk-coverage curve 0\.000\)\nconfidence +coverage % +wrong %\n0\.90 +66\.7 +0\.0/,
    );
    expect(printed).toMatch(/claimed % +right % +n\n90\.0 +100\.0 +1/);
    expect(overall.right.value).toBe(1);
    expect(judged[0].outcome.response.answer.text).toBe('The tower is 80 metres high.');
  });

  it.each([
    ['an unknown option', ['--colour', 'red']],
    ['a split that does not exist', ['--split', 'train']],
    ['an address that is none', ['--url', 'localhost']],
    ['ablations of a service', ['--ablations', '--url', 'http://a.b']],
    ['parts that nothing is to be without', ['--without', 'dense']],
    ['a public set beside a dataset', ['--beir', 'somewhere']],
    ['a number that is none', ['--timeout', 'soon']],
    ['a word that is no option', ['korea-japan']],
    ['a baseline that is not there', ['--baseline', 'nowhere.json']],
    ['a dataset that is not there', ['--dataset', 'atlantis']],
  ])('ends with 2 on %s', async (_, args) => {
    expect(await run(GOOD, ...args)).toBe(2);
    expect(printed).toContain('Could not run');
  });

  it('ends with 2 where the split holds no question', async () => {
    await writeFile(join(folder, 'tower', 'questions.jsonl'), JSON.stringify(answerable('height')));
    const empty = answerable('height').split === 'dev' ? 'test' : 'dev';
    expect(await run(GOOD, '--split', empty)).toBe(2);
    expect(printed).toContain(`no question in its ${empty} split`);
  });

  it('ends with 2 beside a baseline on other questions', async () => {
    await run(GOOD, '--save');
    const records = [answerable('height'), unanswerable('moon')];
    await writeFile(
      join(folder, 'tower', 'questions.jsonl'),
      records.map((one) => JSON.stringify(one)).join('\n'),
    );
    expect(await run(GOOD, '--baseline', baseline())).toBe(2);
    expect(printed).toContain('other questions');
  });

  it('ends with 2 where every request fails', async () => {
    const down = new Error('down');
    expect(await run({ 'height?': down, 'tallness?': down, 'moon?': down })).toBe(2);
  });

  it('explains itself', async () => {
    expect(await run(GOOD, '--help')).toBe(0);
    expect(printed).toContain('--baseline FILE');
  });
});
