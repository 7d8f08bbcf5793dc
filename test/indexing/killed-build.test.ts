import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Scored } from '../../src/domain/search-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { compileChild } from './compile-child.js';
import { buildSample, sampleCorpus } from './sample-build.js';
import { useTemporaryFolders } from './temporary-folders.js';
import { createWordVectors } from './word-vectors.js';

const RANDOM_KILLS = 25;
/** Dozens of processes are started, which takes long on a busy machine. */
const TIMEOUT_MS = 900_000;
const SEEDS = [1, 2] as const;

const freshFolder = useTemporaryFolders();

interface Ending {
  readonly killed: boolean;
  readonly buildingMs: number;
}

/** Runs a building process to its end, or kills it so many milliseconds after it began to build. */
async function runChild(args: readonly string[], killAfterMs?: number): Promise<Ending> {
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout!, 'data');
  const began = performance.now();
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code, signal] = (await ended) as [number | null, string | null];
  clearTimeout(timer);
  if (signal !== 'SIGKILL') expect(code).toBe(0);
  return { killed: signal === 'SIGKILL', buildingMs: performance.now() - began };
}

interface Answers {
  readonly fingerprint: string;
  readonly nearest: readonly Scored[];
  readonly texts: readonly string[];
}

async function answersOf(indexDir: string): Promise<Answers> {
  const warnings: string[] = [];
  const index = await openIndex(indexDir, { onWarning: (warning) => warnings.push(warning) });
  expect(warnings).toEqual([]);
  const vector = await createWordVectors().embedQuery('river stone cloud');
  const nearest = await index.vectors.search(vector, 5);
  const passages = await index.store.passages(nearest.map(({ id }) => id));
  await index.close();
  return { fingerprint: index.fingerprint, nearest, texts: passages.map(({ text }) => text) };
}

/** What the index of each seed answers when it was built in peace; the last one built serves. */
async function peacefulAnswers(indexDir: string): Promise<Answers[]> {
  const answers: Answers[] = [];
  for (const seed of SEEDS) {
    await buildSample(indexDir, sampleCorpus(seed));
    answers.push(await answersOf(indexDir));
  }
  return answers;
}

/** A build of what does not serve yet must succeed over whatever was left behind, and clear it away. */
async function expectNextBuildToSucceed(indexDir: string): Promise<void> {
  await buildSample(indexDir, sampleCorpus(3));
  expect((await readdir(indexDir)).filter((name) => name.startsWith('staging-'))).toEqual([]);
  expect(await readdir(join(indexDir, 'builds'))).toHaveLength(2);
}

test('killed at random moments of a build, the old index answers, or after the switch the new one', {
  timeout: TIMEOUT_MS,
}, async () => {
  const script = await compileChild(await freshFolder());
  const indexDir = await freshFolder();
  const answers = await peacefulAnswers(indexDir);
  let serving = 1;
  let { buildingMs: wholeMs } = await runChild([script, indexDir, String(SEEDS[0])]);
  serving = 0;
  expect(await answersOf(indexDir)).toEqual(answers[serving]);

  let kills = 0;
  for (let i = 0; i < RANDOM_KILLS; i++) {
    const killAfterMs = ((i + Math.random()) / RANDOM_KILLS) * wholeMs;
    const other = 1 - serving;
    const { killed, buildingMs } = await runChild(
      [script, indexDir, String(SEEDS[other])],
      killAfterMs,
    );
    if (killed) kills++;
    else wholeMs = Math.min(wholeMs, buildingMs);
    const now = await answersOf(indexDir);
    serving = now.fingerprint === answers[other]!.fingerprint ? other : serving;
    expect(now).toEqual(answers[serving]);
    if (!killed) expect(serving).toBe(other);
  }
  expect(kills).toBeGreaterThan(0);
  await expectNextBuildToSucceed(indexDir);
});

test('killed before any call that changes the folder, the old index answers, or after the switch the new one', {
  timeout: TIMEOUT_MS,
}, async () => {
  const script = await compileChild(await freshFolder());
  const indexDir = await freshFolder();
  const answers = await peacefulAnswers(indexDir);
  let switches = 0;
  let serving = 1;
  for (let call = 1; ; call++) {
    const other = 1 - serving;
    const { killed } = await runChild([script, indexDir, String(SEEDS[other]), String(call)]);
    const now = await answersOf(indexDir);
    if (now.fingerprint === answers[other]!.fingerprint) {
      serving = other;
      switches++;
    }
    expect(now).toEqual(answers[serving]);
    if (!killed) break;
    expect(call).toBeLessThan(100);
  }
  expect(switches).toBeGreaterThan(1);
  await expectNextBuildToSucceed(indexDir);
});
