import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuestions } from '../../eval/dataset/parse-questions.js';
import { openFeedbackStore } from '../../src/feedback/open-feedback-store.js';
import { ABSTAINED, ANSWERED } from '../http/samples.js';
import { runProgram, temporaryFolder } from './program.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataset: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  dataset = join(folder.path, 'mine');
  environment = { FEEDBACK_DIR: folder.path };
  await mkdir(dataset);
  await writeFile(join(dataset, 'questions.jsonl'), '{"id":"something-else"}\nno json\n');
  const store = openFeedbackStore({ dir: folder.path, keepUnanswered: true, onFailure: () => {} });
  store.remember({ question: 'How large?' }, { ...ANSWERED, id: 'said', question: 'How large?' });
  await store.keep({ answerId: 'said', verdict: 'down', note: 'another year' });
  store.remember({ question: 'How tall?' }, { ...ABSTAINED, id: 'open', question: 'How tall?' });
  await store.close();
});

afterAll(() => folder.remove());

describe('footnote eval add', () => {
  it('prints a case to review of what was said about an answer', async () => {
    const { code, stdout } = await runProgram(['eval', 'add', 'said'], environment);
    expect(code).toBe(0);
    const [made] = parseQuestions(stdout, 'case');
    expect(made).toMatchObject({ question: 'How large?', category: 'feedback-down' });
    expect(made?.note).toContain('another year');
  });

  it('adds a question without an answer to what a dataset has to review, once', async () => {
    const add = ['eval', 'add', 'open', '--dataset', dataset];
    const { code, stderr } = await runProgram(add, environment);
    expect(code).toBe(0);
    expect(stderr).toContain('Review it');
    const text = await readFile(join(dataset, 'review.jsonl'), 'utf8');
    expect(parseQuestions(text, 'review')).toMatchObject([
      { question: 'How tall?', answerable: false },
    ]);
    const again = await runProgram(add, environment);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('already');
  });

  it.each([
    ['an answer nobody said anything about', ['nothing'], 'Nothing was said'],
    ['a folder that is no dataset', ['said', '--dataset', '/nowhere'], 'is no dataset'],
  ])('refuses %s', async (_, given, message) => {
    const { code, stderr } = await runProgram(['eval', 'add', ...given], environment);
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
  });
});

describe('footnote eval', () => {
  it('is the evaluation, with its own options and exit codes', async () => {
    const help = await runProgram(['eval', '--help'], {});
    expect(help.stdout).toContain('--openai URL');
    const none = await runProgram(['eval', '--dataset', 'atlantis', '--split', 'all'], {});
    expect(none.code).toBe(2);
    expect(none.stdout).toContain('one of kessel, korea-japan, saltmere');
  });
});
