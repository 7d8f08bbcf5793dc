import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskResponse, AskResponseSchema } from '../../src/contract/ask.js';
import { DocumentListSchema, DocumentViewSchema } from '../../src/contract/document.js';
import { type SearchResponse, SearchResponseSchema } from '../../src/contract/search.js';
import { problemOf } from '../http/test-app.js';
import { type Running, runProgram, startProgram, temporaryFolder } from './program.js';

const READY = /answers from (\d+) documents at (\S+)/;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let environment: Record<string, string>;
let server: Running;
let url: string;

const post = (path: string, body: unknown) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function ask(question: string): Promise<AskResponse> {
  const response = await post('/v1/ask', { question });
  expect(response.status).toBe(200);
  return AskResponseSchema.parse(await response.json());
}

beforeAll(async () => {
  folder = await temporaryFolder();
  environment = {
    INDEX_DIR: folder.path,
    FEEDBACK_DIR: 'none',
    CORPUS_DIR: resolve('corpus'),
    PORT: '0',
  };
  server = startProgram(['serve'], environment);
  const [, starting = ''] = await server.notice(/starting at (\S+)/);
  expect((await fetch(`${starting}/healthz`)).status).toBe(200);
  const [, , ready = ''] = await server.notice(READY);
  url = ready;
});

afterAll(async () => {
  server.process.kill('SIGKILL');
  await server.outcome;
  await folder.remove();
});

describe('footnote serve', () => {
  it('is ready over every shipped document', async () => {
    const readiness = await (await fetch(`${url}/readyz`)).json();
    expect(readiness).toMatchObject({ status: 'ready', index: { counts: { documents: 5 } } });
    const list = DocumentListSchema.parse(await (await fetch(`${url}/v1/documents`)).json());
    expect(list.documents).toHaveLength(5);
  });

  it('answers with quotes that stand in the documents, word for word', async () => {
    const { answer, citations } = await ask('How large was Korea-Japan trade in 2024?');
    expect(answer?.shortAnswer).toContain('77.2 billion');
    expect(citations.length).toBeGreaterThan(0);
    const cited = new Set(answer?.sentences.flatMap((sentence) => sentence.citations));
    expect([...cited].every((number) => citations.some((one) => one.number === number))).toBe(true);
    for (const citation of citations) {
      const response = await fetch(`${url}/v1/documents/${citation.documentId}`);
      const { text, hash } = DocumentViewSchema.parse(await response.json());
      expect(text.slice(citation.start, citation.end)).toBe(citation.quote);
      expect(hash).toBe(`sha256-${createHash('sha256').update(text).digest('hex')}`);
      expect(citation.documentHash).toBe(hash);
      const page = await (await fetch(`${url}${citation.href}`)).text();
      expect(page).toContain('<mark id="quote">');
    }
  });

  it('abstains from what the documents do not say', async () => {
    const response = await ask('Who won the football world cup in 1998?');
    expect(response).toMatchObject({ status: 'abstained', answer: null, citations: [] });
  });

  it('finds passages', async () => {
    const response = await post('/v1/search', { query: 'aging population', limit: 3 });
    const found: SearchResponse = SearchResponseSchema.parse(await response.json());
    expect(found.passages.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it.each([
    ['half a surrogate pair', '{"question": "half \\ud83d of a smile"}'],
    ['signs only', '{"question": "?!… \\u0001 \\u202e ---"}'],
    ['one letter', '{"question": "a"}'],
    ['emoji', '{"question": "👩‍👩‍👧‍👦🇰🇷"}'],
    ['Korean', '{"question": "한국과 일본의 무역 규모는 얼마입니까?"}'],
    ['search syntax', '{"question": "\\"trade\\" OR NEAR(a b) * -c col:x"}'],
    ['the longest', JSON.stringify({ question: 'trade '.repeat(333) })],
    ['one long word', JSON.stringify({ question: 'x'.repeat(2000) })],
    ['combining marks', JSON.stringify({ question: `a${'\u0301'.repeat(1900)}` })],
    ['a filter nothing passes', '{"question": "trade?", "filter": {"author": ["nobody"]}}'],
    [
      'dates the wrong way round',
      '{"question": "a?", "filter": {"publishedFrom": "2030", "publishedTo": "1990"}}',
    ],
  ])('answers or abstains whatever the question: %s', async (_what, body) => {
    const response = await post('/v1/ask', body);
    expect(response.status).toBe(200);
    AskResponseSchema.parse(await response.json());
  });

  it('answers many at once', async () => {
    const questions = Array.from({ length: 20 }, (_, i) => `What happened in ${1960 + i}?`);
    const answers = await Promise.all(questions.map(ask));
    expect(answers.map(({ question }) => question)).toEqual(questions);
  });

  it('knows that a port is taken', async () => {
    const { code, stderr } = await runProgram(['serve'], {
      ...environment,
      PORT: new URL(url).port,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('is taken. Set PORT to another one');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['API_KEYS', 'fn_aKeyInTheClear', 'Entry 1 of the API keys'],
    ['API_KEYS_FILE', '/nowhere/keys', 'API_KEYS_FILE names /nowhere/keys'],
    ['TRUSTED_PROXIES', 'proxy', 'TRUSTED_PROXIES holds "proxy"'],
  ])('does not start with a wrong %s, which would leave a door open', async (name, value, said) => {
    const { code, stderr } = await runProgram(['serve'], { ...environment, [name]: value });
    expect(code).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('aKeyInTheClear');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('writes its log to standard output, a JSON object a line, without a question in it', async () => {
    await ask('A most private question?');
    await problemOf(await fetch(`${url}/nothing`));
    server.process.kill('SIGTERM');
    const { code, stdout } = await server.outcome;
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.find(({ msg }) => msg === 'ready')).toMatchObject({
      url,
      reader: expect.stringMatching(/^extractive/),
    });
    expect(lines.at(-1)).toMatchObject({ msg: 'request', path: '/nothing', status: 404 });
    expect(stdout).not.toContain('private');
  });
});

describe('footnote serve, told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 at %s while it is starting',
    async (signal) => {
      const fresh = await temporaryFolder();
      const starting = startProgram(['serve'], { ...environment, INDEX_DIR: fresh.path });
      await starting.notice(/starting at/);
      starting.process.kill(signal);
      expect((await starting.outcome).code).toBe(0);
      await fresh.remove();
    },
  );

  it('waits for the build of another process, and both serve', async () => {
    const fresh = await temporaryFolder();
    const shared = { ...environment, INDEX_DIR: fresh.path };
    const both = [startProgram(['serve'], shared), startProgram(['serve'], shared)];
    await Promise.all(both.map((one) => one.notice(READY)));
    for (const one of both) one.process.kill('SIGTERM');
    const outcomes = await Promise.all(both.map((one) => one.outcome));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    await fresh.remove();
  });

  it('starts again from the index that is there, without building', async () => {
    const again = startProgram(['serve'], environment);
    await again.notice(READY);
    again.process.kill('SIGTERM');
    const { code, stderr } = await again.outcome;
    expect(code).toBe(0);
    expect(stderr).not.toContain('Embedding');
  });
});
