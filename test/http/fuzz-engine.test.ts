import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { Engine } from '../../src/contract/engine.js';
import { SHARED_MODELS_DIR } from '../embedding/shared-models-dir.js';
import { bombard } from './fuzz/bombard.js';
import { createTestApp } from './test-app.js';

const RUNS = 400;

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-fuzz-'));
  const config = readConfig({
    INDEX_DIR: folder,
    MODELS_DIR: SHARED_MODELS_DIR,
    EMBEDDING_WORKERS: '1',
    CORPUS_DIR: 'eval/datasets/saltmere/corpus',
  });
  const ignore = () => {};
  const reporter = { step: ignore, problem: ignore, warning: ignore, download: ignore };
  engine = await openEngine(config, reporter);
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

describe('requests of every kind to the engine that reads', () => {
  it('are answered or refused with a reason', async () => {
    const { app } = createTestApp({ engine });
    const statuses = await bombard(app, { runs: RUNS });
    expect(statuses.get(200)).toBeGreaterThan(RUNS / 10);
  });
});
