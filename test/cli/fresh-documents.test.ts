import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentList } from '../../src/contract/document.js';
import { createApiKey } from '../../src/http/security/api-keys.js';
import { type Running, runProgram, startProgram, temporaryFolder } from './program.js';

const KEY = createApiKey('all', ['ask', 'admin']);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let corpus: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  corpus = join(folder.path, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'mill.md'), '# The mill\n\nThe mill turns with the tide.\n');
  environment = {
    CORPUS_DIR: corpus,
    INDEX_DIR: join(folder.path, 'index'),
    FEEDBACK_DIR: 'none',
    READER: 'extractive-light',
    PORT: '0',
    API_KEYS: KEY.entry,
  };
});
afterAll(() => folder.remove());

describe('a running service', () => {
  let server: Running;
  let url: string;
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${KEY.key}` },
    });
  const served = async () => {
    const { documents } = (await (await call('/v1/documents')).json()) as DocumentList;
    return documents.map(({ id }) => id);
  };
  const readiness = async () =>
    ((await (await call('/readyz')).json()) as { index: { fingerprint: string; since: string } })
      .index;

  /** Asks until the documents are these; every question meanwhile has to be answered. */
  async function untilServed(...ids: string[]): Promise<void> {
    const wanted = JSON.stringify(ids);
    while (JSON.stringify(await served()) !== wanted) {
      const body = JSON.stringify({ query: 'the tide' });
      expect((await call('/v1/search', { method: 'POST', body })).status).toBe(200);
    }
  }

  beforeAll(async () => {
    server = startProgram(['serve'], environment);
    const [, address = ''] = await server.notice(/answers from \d+ documents at (\S+)/);
    url = address;
  });
  afterAll(async () => {
    server.process.kill('SIGTERM');
    const { code } = await server.outcome;
    expect(code).toBe(0);
  });

  it('answers from a file that is written, and not from one that is gone', async () => {
    const before = await readiness();
    await writeFile(join(corpus, 'ferry.md'), '# The ferry\n\nThe ferry leaves at noon.\n');
    await untilServed('ferry', 'mill');
    const after = await readiness();
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(Date.parse(after.since)).toBeGreaterThan(Date.parse(before.since));
    await rm(join(corpus, 'ferry.md'));
    await untilServed('mill');
    expect((await readiness()).fingerprint).toBe(before.fingerprint);
  });

  it('answers from a document as soon as its admin has put it, and not once it is removed', async () => {
    const body = JSON.stringify({ title: 'Bees', text: 'The bees of the town swarm in May.' });
    const put = await call('/v1/admin/documents', { method: 'POST', body });
    expect(await put.json()).toMatchObject({ id: 'bees', change: 'added' });
    expect(await served()).toEqual(['bees', 'mill']);
    const removed = await call('/v1/admin/documents/bees', { method: 'DELETE' });
    expect(removed.status).toBe(200);
    expect(await served()).toEqual(['mill']);
  });
});

describe('footnote index --watch', () => {
  it('follows the folder until it is stopped, a JSON object a change', async () => {
    const own = { ...environment, INDEX_DIR: join(folder.path, 'watched') };
    const watching = startProgram(['index', '--watch', '--json'], own);
    await watching.notice(/Watching /);
    const changed = new Promise<void>((resolve) => {
      watching.process.stdout.on('data', () => resolve());
    });
    await writeFile(join(corpus, 'note.md'), '# A note\n\nIt is short.\n');
    await changed;
    watching.process.kill('SIGINT');
    const { code, stdout } = await watching.outcome;
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { built: true, counts: { documents: 1 } },
      { built: true, counts: { documents: 2 }, work: { read: 1, removed: 0 } },
    ]);
  });

  it('tells programs what went wrong, in words and by its status', async () => {
    const { code, stdout } = await runProgram(['index', '--json'], {
      ...environment,
      CORPUS_DIR: join(folder.path, 'nowhere'),
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'corpus_invalid' } });
  });
});
