import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskResponseSchema } from '../../src/contract/ask.js';
import { SearchResponseSchema } from '../../src/contract/search.js';
import { runProgram, temporaryFolder } from './program.js';

const QUESTION = 'How large was Korea-Japan trade in 2024?';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let corpus: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  corpus = join(folder.path, 'corpus');
  await cp(resolve('corpus'), corpus, { recursive: true });
  await writeFile(join(corpus, 'bad.md'), '---\ntitle: [unclosed\n---\n\nText.\n');
  environment = { INDEX_DIR: join(folder.path, 'index'), CORPUS_DIR: corpus };
});

afterAll(() => folder.remove());

describe('footnote index', () => {
  it('builds, counts and names what it skipped and why; then does nothing', async () => {
    const first = await runProgram(['index'], environment);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^Indexed 5 documents, \d+ passages, \d+ sentences in [\d.]+ s\./);
    expect(first.stderr).toMatch(/^Skipped bad\.md, line \d+: \S+/m);
    const second = await runProgram(['index'], environment);
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(/^Nothing changed: the index holds 5 documents/);
    expect(second.stderr).not.toContain('Embedding');
  });

  it('stops at a bad document where it is told to, and leaves the index as it was', async () => {
    const pointer = join(folder.path, 'index', 'current');
    const before = await readFile(pointer, 'utf8');
    const { code, stderr } = await runProgram(['index'], { ...environment, CORPUS_ERRORS: 'stop' });
    expect(code).toBe(1);
    expect(stderr).toContain('bad.md');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await readFile(pointer, 'utf8')).toBe(before);
  });
});

describe('footnote ask', () => {
  it('prints an answer with its sources, without colours into a pipe', async () => {
    const { code, stdout } = await runProgram(['ask', QUESTION], environment);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\[1\]/);
    expect(stdout).toMatch(/Sources\n\[1\] “/);
    expect(stdout).not.toContain('\u001b');
  });

  it('prints exactly the contract object with --json', async () => {
    const given = ['ask', QUESTION, '--json', '--max-sentences', '1'];
    const { code, stdout } = await runProgram(given, environment);
    expect(code).toBe(0);
    const response = AskResponseSchema.strict().parse(JSON.parse(stdout));
    expect(response.answer?.sentences).toHaveLength(1);
  });

  it('ends with 3 where the documents hold no answer', async () => {
    const given = ['ask', 'Who won the football world cup in 1998?'];
    const { code, stdout } = await runProgram(given, environment);
    expect(code).toBe(3);
    expect(stdout).toContain('No answer in these documents.');
  });
});

describe('footnote search', () => {
  it('prints passages, or the contract object', async () => {
    const given = ['search', 'aging population', '--limit', '2'];
    const { code, stdout } = await runProgram(given, environment);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1\. .*\n {3}.*\n {3}.*, characters \d+ to \d+; meaning /);
    const json = await runProgram([...given, '--json'], environment);
    expect(SearchResponseSchema.strict().parse(JSON.parse(json.stdout)).passages).toHaveLength(2);
  });
});

describe('misuse', () => {
  it.each([
    [['answer'], "unknown command 'answer'"],
    [['ask', 'a', '--jsn'], "unknown option '--jsn'"],
    [['ask'], "missing required argument 'question'"],
    [['ask', 'a', '--max-sentences', 'two'], 'It must be a whole number.'],
    [['ask', 'a', '--max-sentences', '11'], 'maxSentences'],
    [['ask', ' '], 'question: a question, not only blanks'],
    [['search', 'a', '--limit', '0'], 'limit'],
    [[], 'Usage: footnote'],
  ])('%j ends with 2 and says why', async (given, why) => {
    const { code, stdout, stderr } = await runProgram(given, environment);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(why);
  });

  it('is helped', async () => {
    const { code, stdout } = await runProgram(['--help'], environment);
    expect(code).toBe(0);
    expect(stdout).toContain('Exit status:');
  });
});

describe('what cannot work', () => {
  it.each([
    ['a bad setting', { PORT: 'http' }, 'PORT is "http"'],
    ['no corpus', { CORPUS_DIR: '/nowhere/at/all' }, '/nowhere/at/all does not exist'],
    ['no such model', { EMBEDDING_MODEL: '/nowhere/model', OFFLINE: 'true' }, '/nowhere/model'],
  ])('%s is an error with a remedy and without a stack', async (_what, changed, why) => {
    const { code, stderr } = await runProgram(['ask', QUESTION], { ...environment, ...changed });
    expect(code).toBe(1);
    expect(stderr).toContain(why);
    expect(stderr).toMatch(/^footnote: /m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('shows the stack to whoever debugs', async () => {
    const changed = { ...environment, CORPUS_DIR: '/nowhere', LOG_LEVEL: 'debug' };
    expect((await runProgram(['ask', QUESTION], changed)).stderr).toMatch(/^\s+at /m);
  });

  it('refuses to serve an index whose documents are gone', async () => {
    const emptied = join(folder.path, 'emptied');
    await mkdir(emptied);
    const changed = { ...environment, CORPUS_DIR: emptied, PORT: '0' };
    const { code, stderr } = await runProgram(['serve'], changed);
    expect(code).toBe(1);
    expect(stderr).toContain('holds no document that can be read');
  });
});
