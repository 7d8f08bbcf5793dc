import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openServingIndex } from '../../src/indexing/open-index.js';
import { followIndex } from '../../src/upkeep/follow-index.js';
import { buildSample, sampleCorpus, servingBuild } from '../indexing/sample-build.js';
import { useTemporaryFolders } from '../indexing/temporary-folders.js';

const freshFolder = useTemporaryFolders();

/** Somebody who serves the index of a folder and follows it. */
async function follow(indexDir: string) {
  let id = (await openedId(indexDir)) ?? '';
  const failures: unknown[] = [];
  const opened: string[] = [];
  const follower = followIndex({
    indexDir,
    buildId: () => id,
    open: async () => {
      id = await openedId(indexDir);
      opened.push(id);
    },
    onFailure: (error) => failures.push(error),
  });
  return { follower, opened, failures };
}

async function openedId(indexDir: string): Promise<string> {
  const { index, build } = await openServingIndex(indexDir);
  await index.close();
  return build.id;
}

it('takes an index that another process built, once', async () => {
  const indexDir = await freshFolder();
  await buildSample(indexDir, sampleCorpus(1));
  const { follower, opened, failures } = await follow(indexDir);
  await follower.look();
  expect(opened).toEqual([]);
  await buildSample(indexDir, sampleCorpus(2));
  await Promise.all([follower.look(), follower.look()]);
  follower.stop();
  expect(opened).toEqual([await openedId(indexDir)]);
  expect(failures).toEqual([]);
});

it('looks by itself', async () => {
  const indexDir = await freshFolder();
  await buildSample(indexDir, sampleCorpus(1));
  let taken = () => {};
  const seen = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const follower = followIndex({
    indexDir,
    buildId: () => 'another',
    open: async () => taken(),
    onFailure: () => {},
  });
  const alive = setInterval(() => {}, 1000);
  await seen;
  clearInterval(alive);
  follower.stop();
});

it('leaves one that cannot be used alone until another is built, and says why', async () => {
  const indexDir = await freshFolder();
  await buildSample(indexDir, sampleCorpus(1));
  const { follower, opened, failures } = await follow(indexDir);
  await writeFile(join(indexDir, 'current'), 'no build');
  await follower.look();
  expect({ opened, failures }).toEqual({ opened: [], failures: [] });
  await writeFile(join(indexDir, 'current'), `${'0'.repeat(64)}\n`);
  await follower.look();
  await follower.look();
  expect(failures).toMatchObject([{ code: 'index_corrupt' }]);
  await buildSample(indexDir, sampleCorpus(2));
  await follower.look();
  follower.stop();
  expect(opened).toHaveLength(1);
  expect(servingBuild(indexDir)).toContain(opened[0]);
});
