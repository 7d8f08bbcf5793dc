import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { keepIndex } from '../../src/cli/keep-index.js';
import { createPace } from '../../src/cli/pace.js';
import type { ServingEngine } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { openServingIndex } from '../../src/indexing/open-index.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { MODELS_DIR, PROGRAM, temporaryFolder } from './program.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  settings = {
    CORPUS_DIR: join(folder.path, 'corpus'),
    INDEX_DIR: join(folder.path, 'index'),
    MODELS_DIR,
    EMBEDDING_WORKERS: '1',
  };
  await mkdir(settings['CORPUS_DIR'] ?? '');
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await folder.remove();
});

it('updates the index in a process of its own, at changes and when told, and takes what came of it', async () => {
  const config = readConfig(settings);
  let documents = 0;
  let id = '';
  const waiting: (() => void)[] = [];
  const serving: ServingEngine = {
    buildId: () => id,
    isFresh: async () => true,
    reopen: async () => {
      const { index, build } = await openServingIndex(config.indexDir);
      documents = index.counts.documents;
      id = build.id;
      await index.close();
      for (const tell of waiting.splice(0)) tell();
    },
    engine: createFakeEngine({
      status: () => ({
        index: { fingerprint: id, counts: { documents, passages: 0, sentences: 0 } },
        embeddingModel: '',
        reader: '',
      }),
    }),
  };
  const said: string[] = [];
  const write = (_fields: object, message: string) => {
    said.push(message);
  };
  const log = { debug: write, info: write, warn: write, error: write };
  const kept = keepIndex({ serving, config, log, program: PROGRAM });
  await expect(kept.update()).rejects.toMatchObject({ code: 'corpus_invalid' });

  await writeFile(join(config.corpusDir, 'mill.md'), '# The mill\n\nIt turns.\n');
  await writeFile(join(config.corpusDir, 'bad.md'), '---\ntitle: [\n---\n');
  await kept.update();
  expect(documents).toBe(1);
  expect(said).toContain('a file was left out');
  expect(said).toContain('answers from another index now');

  const changed = new Promise<void>((resolve) => waiting.push(resolve));
  await writeFile(join(config.corpusDir, 'ferry.md'), '# The ferry\n\nIt leaves at noon.\n');
  await changed;
  expect(documents).toBe(2);
  await kept.close();
});

it('tells how fast a build goes and how long it will take', () => {
  let now = 0;
  const pace = createPace(() => now);
  const step = { stage: 'embed', documents: 3, passages: 40, done: 10, total: 100 } as const;
  expect(pace.tell(step)).toBe('3 documents, 40 passages');
  now = 10_000;
  expect(pace.tell(step)).toBe('3 documents, 40 passages, 4 a second, 90 s left');
  now = 100_000;
  expect(pace.tell(step)).toBe('3 documents, 40 passages, 0 a second, 15 min left');
  pace.reset();
  expect(pace.tell({ ...step, done: 100 })).toBe('3 documents, 40 passages');
});
