import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuestions } from '../../eval/dataset/parse-questions.js';
import { openFeedbackStore } from '../../src/feedback/open-feedback-store.js';
import { findApiKey, parseApiKeys } from '../../src/http/security/api-keys.js';
import { ABSTAINED, ANSWERED, CITATION } from '../http/samples.js';
import { runProgram, temporaryFolder } from './program.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  environment = { FEEDBACK_DIR: folder.path };
  const store = openFeedbackStore({
    dir: folder.path,
    keepUnanswered: true,
    onFailure: (error) => {
      throw error;
    },
  });
  const say = async (
    response: typeof ANSWERED,
    question: string,
    verdict?: 'up' | 'down',
    note?: string,
  ) => {
    const id = `answer ${question} ${verdict}`;
    store.remember({ question }, { ...response, id, question });
    const said = note === undefined ? {} : { note };
    if (verdict !== undefined) await store.keep({ answerId: id, verdict, ...said });
  };
  await say(ANSWERED, 'How large was trade?', 'down');
  await say(ANSWERED, 'How large was trade?', 'up', 'right after all');
  await say(ANSWERED, 'How old is it?', 'down', 'another year');
  await say(ABSTAINED, 'Who won the cup?', 'up');
  await say(ABSTAINED, 'Who lost the cup?', 'down');
  await say(ABSTAINED, 'How tall is the tower?');
  await say(ABSTAINED, 'Tower: how tall?');
  await store.close();
});

afterAll(() => folder.remove());

describe('footnote feedback export', () => {
  it('writes cases the evaluation reads, one a question, as the last verdict has it', async () => {
    const { code, stdout, stderr } = await runProgram(['feedback', 'export'], environment);
    expect(code).toBe(0);
    expect(stderr).toContain('4 cases to be reviewed');
    const cases = parseQuestions(stdout, 'export');
    expect(
      cases.map(({ question, category, answerable }) => [question, category, answerable]),
    ).toEqual([
      ['How large was trade?', 'feedback-up', true],
      ['How old is it?', 'feedback-down', false],
      ['Who won the cup?', 'feedback-up', false],
      ['Who lost the cup?', 'feedback-down', false],
    ]);
    expect(cases[0]).toMatchObject({
      answers: ['$77.2 billion'],
      evidence: [{ documentId: CITATION.documentId, quote: CITATION.quote }],
      note: expect.stringMatching(/1 up, 1 down.*Note: right after all$/),
    });
    expect(cases[1]?.note).toContain('another year');
    expect(cases[2]).toMatchObject({ abstentionReason: 'no_evidence' });
    expect(cases[3]).not.toHaveProperty('abstentionReason');
  });

  it('writes them to a new file, and over none that is there', async () => {
    const out = join(folder.path, 'cases.jsonl');
    expect((await runProgram(['feedback', 'export', '--out', out], environment)).code).toBe(0);
    const written = await readFile(out, 'utf8');
    expect(parseQuestions(written, out)).toHaveLength(4);
    const again = await runProgram(['feedback', 'export', '--out', out], environment);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is there already');
    expect(await readFile(out, 'utf8')).toBe(written);
  });
});

describe('footnote feedback report', () => {
  it('lists questions without an answer, alike ones together', async () => {
    const { code, stdout } = await runProgram(['feedback', 'report'], environment);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Asked without an answer: 4 times, 3 groups\./);
    expect(stdout).toMatch(/^ {4}2 {2}How tall is the tower\?\n {7}Tower: how tall\?$/m);
    const { groups } = JSON.parse(
      (await runProgram(['feedback', 'report', '--json'], environment)).stdout,
    );
    expect(groups[0]).toEqual({
      wordings: ['How tall is the tower?', 'Tower: how tall?'],
      count: 2,
    });
  });

  it('says how to keep them where none are', async () => {
    const none = { FEEDBACK_DIR: join(folder.path, 'none') };
    expect((await runProgram(['feedback', 'report'], none)).stdout).toContain('KEEP_UNANSWERED');
  });

  it('says so where feedback is switched off', async () => {
    const { code, stderr } = await runProgram(['feedback', 'report'], { FEEDBACK_DIR: 'none' });
    expect(code).toBe(1);
    expect(stderr).toContain('Feedback is switched off');
  });
});

describe('footnote keys create', () => {
  it('shows a key and the line to store for it', async () => {
    const given = ['keys', 'create', 'site', '--scope', 'ask', 'admin'];
    const { code, stdout } = await runProgram(given, {});
    expect(code).toBe(0);
    const key = /^fn_\S+$/m.exec(stdout)?.[0] ?? '';
    const entry = /^site:\S+$/m.exec(stdout)?.[0] ?? '';
    const found = findApiKey(parseApiKeys([entry]), key);
    expect([...(found?.scopes ?? [])]).toEqual(['ask', 'admin']);
  });

  it.each([
    ['a name with blanks', ['a b']],
    ['a scope there is not', ['site', '--scope', 'root']],
    ['no name', []],
  ])('refuses %s', async (_what, given) => {
    const { code, stdout } = await runProgram(['keys', 'create', ...given], {});
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });
});
