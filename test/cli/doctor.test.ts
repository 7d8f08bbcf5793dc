import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkNativeParts, checkNode } from '../../src/cli/doctor/check-machine.js';
import { examine } from '../../src/cli/doctor.js';
import { MODELS_DIR, runProgram, temporaryFolder } from './program.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const corpus = join(folder.path, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'mill.md'), '# The mill\n\nThe mill turns with the tide.\n');
  environment = {
    PATH: process.env['PATH'] ?? '',
    MODELS_DIR,
    EMBEDDING_WORKERS: '1',
    CORPUS_DIR: corpus,
    INDEX_DIR: join(folder.path, 'index'),
    PORT: '0',
  };
});
afterAll(() => folder.remove());

async function findings(settings: Record<string, string> = {}) {
  const found = await examine({ ...environment, ...settings });
  const isWell = found.every(({ status }) => status !== 'wrong');
  return { isWell, of: (check: string) => found.find((finding) => finding.check === check) };
}

describe('footnote doctor', () => {
  it('finds nothing wrong before the first start, and says what that will do', async () => {
    const { isWell, of } = await findings();
    expect(isWell).toBe(true);
    expect(of('Index')).toMatchObject({ status: 'attention', found: 'none yet' });
    for (const check of [
      'Node',
      'better-sqlite3',
      'hnswlib-node',
      'Settings',
      'Documents',
      'Model',
    ])
      expect(of(check)).toMatchObject({ status: 'fine', remedy: null });
  });

  it('says of an index whether it is whole and holds the documents', async () => {
    await runProgram(['index'], environment);
    expect((await findings()).of('Index')).toMatchObject({ status: 'fine' });
    const { INDEX_DIR = '', CORPUS_DIR = '' } = environment;
    await writeFile(join(CORPUS_DIR, 'ferry.md'), '# The ferry\n\nThe ferry leaves at noon.\n');
    expect((await findings()).of('Index')).toMatchObject({
      status: 'attention',
      found: expect.stringContaining('changed since'),
    });
    const [build] = (await readFile(join(INDEX_DIR, 'current'), 'utf8')).split('\n');
    await writeFile(join(INDEX_DIR, 'builds', build ?? '', 'vectors.hnsw'), 'damaged');
    const { isWell, of } = await findings();
    expect(isWell).toBe(false);
    expect(of('Index')).toMatchObject({
      status: 'wrong',
      found: expect.stringContaining('vectors.hnsw'),
      remedy: expect.stringContaining('footnote index'),
    });
  });

  it('says what is wrong with settings, documents, port and keys, all at once, for people too', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const ill = {
      ...environment,
      CORPUS_DIR: join(folder.path, 'nowhere'),
      EMBEDDING_MODEL: './no-model',
      PORT: String(port),
      API_KEYS: 'nonsense',
    };
    const { of: found } = await findings(ill);
    for (const check of ['Documents', 'Model', 'Port', 'Keys'])
      expect(found(check)).toMatchObject({ status: 'wrong' });
    const { code, stdout } = await runProgram(['doctor'], ill);
    taken.close();
    expect(code).toBe(1);
    for (const [check, remedy] of [
      ['Documents', 'CORPUS_DIR'],
      ['Model', 'EMBEDDING_MODEL'],
      ['Port', 'Set PORT'],
      ['Keys', 'API_KEYS'],
    ])
      expect(stdout).toMatch(new RegExp(`✘ ${check}: .*\\n  .*${remedy}`));
    const { of } = await findings({ PORT: 'eighty' });
    expect(of('Settings')).toMatchObject({ status: 'wrong' });
    const { of: open } = await findings({ HOST: '0.0.0.0' });
    expect(open('Keys')).toMatchObject({ status: 'attention' });
  });
});

describe('what the doctor looks at', () => {
  it.each([
    ['20.11.1', 'wrong'],
    ['18.20.0', 'wrong'],
    ['20.12.0', 'fine'],
    ['22.1.0', 'fine'],
  ])('Node %s is %s', (version, status) => {
    expect(checkNode(version).status).toBe(status);
  });

  it('a compiler that is missing is worth a word and stops nothing', async () => {
    const parts = await checkNativeParts('/nowhere');
    expect(parts.at(-1)).toMatchObject({
      status: 'attention',
      remedy: expect.stringContaining('apt-get install'),
    });
  });
});
