import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, runProgram, startProgram, temporaryFolder } from './program.js';

const MOST_LOOKS = 500;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function started(feedbackDir = 'none'): Promise<{ server: Running; url: string }> {
  const server = startProgram(['serve'], {
    INDEX_DIR: folder.path,
    FEEDBACK_DIR: feedbackDir,
    CORPUS_DIR: resolve('corpus'),
    PORT: '0',
    ANSWERS_KEPT: '0',
    READER: 'extractive-light',
    ASK_TIMEOUT_MS: '600000',
  });
  const [, url = ''] = await server.notice(/answers from \d+ documents at (\S+)/);
  return { server, url };
}

function ask(url: string, number: number, accept: string): Promise<Response> {
  return fetch(`${url}/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ question: `What did Korea and Japan agree on in ${1900 + number}?` }),
  });
}

/** Questions that are answered, at work or waiting, as the metrics count them. */
async function counted(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const figures = text.matchAll(/^footnote_(?:answers_total|questions)\{[^}]*\} (\d+)$/gm);
  return [...figures].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Resolves once the service has taken so many questions. */
async function untilTaken(url: string, wanted: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) if ((await counted(url)) >= wanted) return;
  throw new Error(`the service should have taken ${wanted} questions`);
}

describe('footnote serve, told to stop while it is busy', () => {
  it('first gives every answer that is under way, streams included', async () => {
    const { server, url } = await started();
    const asked = Array.from({ length: 40 }, (_, number) =>
      ask(url, number, number % 4 === 0 ? 'text/event-stream' : 'application/json'),
    );
    await untilTaken(url, asked.length);
    server.process.kill('SIGTERM');
    await server.notice(/is stopping/);
    const texts = await Promise.all((await Promise.all(asked)).map((response) => response.text()));
    texts.forEach((text, number) => {
      if (number % 4 === 0) expect(text).toMatch(/^event: answer$/m);
      else expect(JSON.parse(text)).toHaveProperty('citations');
    });
    expect((await server.outcome).code).toBe(0);
  });

  it('ends at once when it is told a second time', async () => {
    const { server, url } = await started();
    const asked = Array.from({ length: 150 }, (_, number) => ask(url, number, '*/*'));
    const outcomes = Promise.allSettled(asked);
    await untilTaken(url, asked.length);
    server.process.kill('SIGTERM');
    await server.notice(/is stopping/);
    server.process.kill('SIGTERM');
    expect((await server.outcome).code).toBeNull();
    expect((await outcomes).some(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('footnote serve, killed', () => {
  it('has lost no feedback that a client was told is kept', async () => {
    const kept = await temporaryFolder();
    const { server, url } = await started(kept.path);
    const { id } = (await (await ask(url, 65, '*/*')).json()) as { id: string };
    const response = await fetch(`${url}/v1/feedback`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ answerId: id, verdict: 'down' }),
    });
    expect(response.status).toBe(201);
    server.process.kill('SIGKILL');
    await server.outcome;
    const { stdout } = await runProgram(['feedback', 'export'], { FEEDBACK_DIR: kept.path });
    expect(JSON.parse(stdout)).toMatchObject({
      question: 'What did Korea and Japan agree on in 1965?',
      category: 'feedback-down',
    });
    await kept.remove();
  });
});
