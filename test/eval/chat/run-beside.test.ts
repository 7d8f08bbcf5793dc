import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFaulty } from '../../../eval/chat/planted-faults.js';
import { runBeside } from '../../../eval/chat/run-beside.js';

const ENVIRONMENT = {
  MODELS_DIR: 'node_modules/.cache/footnote/models',
  EMBEDDING_WORKERS: '1',
  OFFLINE: 'true',
  ASK_TIMEOUT_MS: '600000',
  CHAT_TIMEOUT_MS: '600000',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-beside-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[], environment: Record<string, string> = {}) {
  let text = '';
  const code = await runBeside(
    args,
    { ...ENVIRONMENT, ...environment },
    {
      print: (more) => {
        text += `${more}\n`;
      },
      warn: () => {},
    },
  );
  return { code, text };
}

describe('npm run eval:chat', () => {
  it('prints both readers beside each other, and lets no planted fault through', async () => {
    const json = join(folder, 'beside.json');
    const { code, text } = await run([
      ...['--dataset', 'saltmere', '--split', 'dev', '--limit', '6'],
      ...['--reader', 'extractive-light', '--stand-in', '--json', json],
    ]);
    expect(code).toBe(0);
    expect(text).toMatch(/saltmere, dev split, 6 questions; stand-in at http:\/\/127\.0\.0\.1/);
    expect(text).toMatch(/extractive-light +95 % interval +chat model/);
    expect(text).toMatch(/verified-sentence rate +[\d.]+ %/);
    expect(text).toMatch(/dropped-sentence rate +[\d.]+ %/);
    expect(text).toMatch(/tokens, prompt and reply, a question +[1-9]/);
    expect(text).toMatch(/Planted faults that stand in an answer: (?:\w+ 0 of \d+(?:, )?)+\./);
    const { chat, errors } = JSON.parse(await readFile(json, 'utf8'));
    expect(chat).toMatchObject({ responses: 6 });
    expect(chat.written).toBe(chat.verified + chat.repaired + chat.dropped);
    expect(errors).toEqual({ with: 0, without: 0 });
  });

  it('says what to set where there is no model', async () => {
    const { code, text } = await run(['--dataset', 'saltmere']);
    expect(code).toBe(2);
    expect(text).toContain('CHAT_BASE_URL');
    expect((await run(['--split', 'half'])).text).toContain('Usage');
    expect((await run(['--nonsense'])).code).toBe(2);
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      text: expect.stringContaining('Usage'),
    });
  });
});

describe('planted faults', () => {
  it('take turns, and are never what the sentence says', () => {
    const text = 'Exports to Chile rose to 40 tons when the mill was sold.';
    const faults = [1, 2, 3, 4, 5, 6, 7].map((turn) => writeFaulty(text, 3, turn));
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(7);
    expect(faults.filter((fault) => fault.text === text)).toEqual([]);
    expect(writeFaulty('So it goes', 3, 2)).toMatchObject({ cites: expect.any(Array) });
  });
});
