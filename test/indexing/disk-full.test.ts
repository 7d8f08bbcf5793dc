import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openIndex } from '../../src/indexing/open-index.js';
import { compileChild } from './compile-child.js';
import { buildSample, sampleCorpus } from './sample-build.js';
import { useTemporaryFolders } from './temporary-folders.js';

const freshFolder = useTemporaryFolders();
const TIMEOUT_MS = 900_000;

/** File sizes in kilobytes that no build of the sample may go beyond, from none to nearly enough. */
const LIMITS = [0, 1, 8, 24, 48, 96];

/** Runs a building process that can write no file beyond a size, as on a disk that is full. */
async function buildWithin(script: string, kilobytes: number, indexDir: string, seed: number) {
  const command = `ulimit -f ${kilobytes}; exec "$0" "$@"`;
  const child = spawn('bash', ['-c', command, process.execPath, script, indexDir, String(seed)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = await text(child.stderr);
  return { code: await ended, said };
}

test('with no room for its files a build fails and says why, and the old index goes on answering', {
  timeout: TIMEOUT_MS,
}, async () => {
  const script = await compileChild(await freshFolder());
  const indexDir = await freshFolder();
  const { fingerprint } = await buildSample(indexDir, sampleCorpus(1));
  for (const kilobytes of LIMITS) {
    const { code, said } = await buildWithin(script, kilobytes, indexDir, 2);
    expect(code).toBe(1);
    expect(said).toMatch(/index_write_failed/);
    expect(said).toMatch(/Free disk space|Check the disk|check the disk/);
    const warnings: string[] = [];
    const index = await openIndex(indexDir, { onWarning: (warning) => warnings.push(warning) });
    await index.close();
    expect({ fingerprint: index.fingerprint, warnings }).toEqual({ fingerprint, warnings: [] });
  }
  await buildSample(indexDir, sampleCorpus(2));
  expect((await readdir(indexDir)).filter((name) => name.startsWith('staging-'))).toEqual([]);
});
