import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../eval/main.js';
import { openTarget } from '../../eval/target/open-target.js';
import { FACTS, UNANSWERABLE, writeFacts } from './liars/facts.js';
import { honestWriter, liarChat } from './liars/liar-chat.js';
import { serve, stopServing } from './liars/serve.js';

const ALL = FACTS.length + UNANSWERABLE.length;

let folder: string;
let dataset: string;
let url: string;
let file: string;
let asked = 0;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-resume-'));
  dataset = await writeFacts(folder);
  const chat = liarChat((truth, place) => {
    asked++;
    return honestWriter(truth, place);
  });
  url = `${await serve(chat)}/v1`;
});

afterAll(async () => {
  await stopServing();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  printed = '';
  file = join(await mkdtemp(join(folder, 'run-')), 'outcomes.jsonl');
});

function run(...args: readonly string[]): Promise<number> {
  const given = ['--dataset', dataset, '--split', 'all', '--openai', url, '--resume', file];
  return main([...given, ...args], {
    baselinesDir: folder,
    gatesFile: join(folder, 'gates.json'),
    openTarget: (options, corpus) => openTarget(options, corpus, {}, () => {}),
    print: (text) => {
      printed += `${text}\n`;
    },
  });
}

async function figures(): Promise<unknown> {
  const json = join(folder, 'resumed.json');
  expect(await run('--json', json)).toBe(0);
  const { overall, judged } = JSON.parse(await readFile(json, 'utf8'));
  return { overall, judged };
}

describe('a run that is resumed', () => {
  it('asks only what is missing, and comes to the same figures', async () => {
    const whole = await figures();
    const text = await readFile(file, 'utf8');
    const lines = text.split('\n');
    expect(lines).toHaveLength(ALL + 2);
    // Killed in the middle of writing the sixth outcome.
    await truncate(file, lines.slice(0, 6).join('\n').length + 40);
    const before = asked;
    const resumed = (await figures()) as { judged: { outcome: object }[] };
    expect(asked - before).toBe(ALL - 5);
    const untimed = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, inner) => (/latency/i.test(key) ? undefined : inner)));
    expect(untimed(resumed)).toEqual(untimed(whole));
    expect(await figures()).toEqual(resumed);
    expect(asked - before).toBe(ALL - 5);
  });

  it.each([
    ['other settings', ['--timeout', '20000'], 'timeout was "30000" and is "20000"'],
    ['another model', ['--model', 'other'], 'target was'],
    ['other questions', ['--split', 'dev'], 'questions was'],
  ])('refuses outcomes of %s', async (_, args, message) => {
    await run();
    const kept = await readFile(file, 'utf8');
    expect(await run(...args)).toBe(2);
    expect(printed).toContain(message);
    expect(await readFile(file, 'utf8')).toBe(kept);
  });

  it.each([
    ['a file of something else', 'Dear diary,\n'],
    ['one that is a single line of JSON', '{"dear":"diary"}'],
  ])('leaves %s as it is', async (_, text) => {
    await writeFile(file, text);
    expect(await run()).toBe(2);
    expect(printed).toContain('holds no outcomes');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('refuses a line that is no outcome, and a place that cannot be written', async () => {
    await run();
    await writeFile(file, `${(await readFile(file, 'utf8')).split('\n')[0]}\n{"no":1}\n`);
    expect(await run()).toBe(2);
    expect(printed).toContain(':2 is no outcome');
    file = join(folder, 'nowhere', 'outcomes.jsonl');
    expect(await run()).toBe(2);
    expect(printed).toContain('cannot be written');
    file = folder;
    expect(await run()).toBe(2);
    expect(printed).toContain('cannot be read');
  });
});
