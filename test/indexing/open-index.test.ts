import { createHash } from 'node:crypto';
import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/indexing/manifest.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { buildSample, sampleCorpus, servingBuild } from './sample-build.js';
import { useTemporaryFolders } from './temporary-folders.js';
import { createWordVectors } from './word-vectors.js';

const freshFolder = useTemporaryFolders();

async function expectRefusal(opening: Promise<unknown>, code: string): Promise<void> {
  await expect(opening).rejects.toMatchObject({
    code,
    message: expect.stringContaining('npm run index'),
  });
}

async function flipBit(file: string, position: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[Math.floor(position * (bytes.length - 1))]! ^= 1;
  await writeFile(file, bytes);
}

/** Changes the manifest of the build that serves and everything that follows from it, as only a forger would. */
async function forge(indexDir: string, change: (manifest: Manifest) => unknown): Promise<void> {
  const dir = servingBuild(indexDir);
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  const text = JSON.stringify(change(manifest));
  const id = createHash('sha256').update(text).digest('hex');
  await writeFile(join(dir, 'manifest.json'), text);
  await rename(dir, join(dirname(dir), id));
  await writeFile(join(indexDir, 'current'), `${id}\n`);
}

describe('an index that cannot be used is refused, with the remedy', () => {
  test('missing: no folder, an empty one, or a file in its place', async () => {
    const parent = await freshFolder();
    await writeFile(join(parent, 'file'), '');
    for (const indexDir of [parent, join(parent, 'nothing'), join(parent, 'file')])
      await expectRefusal(openIndex(indexDir), 'index_missing');
  });

  test('stale: another corpus, model, dimension or format', async () => {
    const indexDir = await freshFolder();
    const { fingerprint } = await buildSample(indexDir, sampleCorpus(1));
    const { fingerprint: modelFingerprint, dimension } = createWordVectors();
    const wanted = { fingerprint, modelFingerprint, dimension };
    await (await openIndex(indexDir, wanted)).close();
    for (const other of [{ fingerprint: 'x' }, { modelFingerprint: 'x' }, { dimension: 128 }])
      await expectRefusal(openIndex(indexDir, { ...wanted, ...other }), 'index_stale');
    await forge(indexDir, (manifest) => ({ ...manifest, format: 99 }));
    await expectRefusal(openIndex(indexDir), 'index_stale');
  });

  const files = ['manifest.json', 'passages.sqlite', 'vectors.hnsw'];
  const places = [0, 0.3, 0.6, 1];

  test.each(files)('corrupt: %s truncated, bit-flipped, empty, gone or swapped', async (name) => {
    const indexDir = await freshFolder();
    await buildSample(indexDir, sampleCorpus(1));
    const file = join(servingBuild(indexDir), name);
    const whole = await readFile(file);
    for (const place of places) {
      await truncate(file, Math.floor(place * (whole.length - 1)));
      await expectRefusal(openIndex(indexDir), 'index_corrupt');
      await writeFile(file, whole);
      await flipBit(file, place);
      await expectRefusal(openIndex(indexDir), 'index_corrupt');
      await writeFile(file, whole);
    }
    await rm(file);
    await expectRefusal(openIndex(indexDir), 'index_corrupt');
    for (const other of files.filter((one) => one !== name)) {
      await copyFile(join(servingBuild(indexDir), other), file);
      await expectRefusal(openIndex(indexDir), 'index_corrupt');
    }
    await writeFile(file, whole);
    await (await openIndex(indexDir)).close();
  });

  test('corrupt: a manifest that says something else than its files', async () => {
    const forgeries: ((manifest: Manifest) => unknown)[] = [
      (manifest) => ({ ...manifest, policy: { ...manifest.policy, dimension: 32 } }),
      (manifest) => ({ ...manifest, counts: { ...manifest.counts, passages: 31 } }),
      (manifest) => ({ ...manifest, counts: { ...manifest.counts, sentences: 1 } }),
      (manifest) => ({ ...manifest, counts: { ...manifest.counts, documents: 5 } }),
      ({ files: _files, ...manifest }) => manifest,
    ];
    for (const forgery of forgeries) {
      const indexDir = await freshFolder();
      await buildSample(indexDir, sampleCorpus(1));
      await forge(indexDir, forgery);
      await expectRefusal(openIndex(indexDir), 'index_corrupt');
    }
  });

  test('corrupt: a pointer that names no build, or one that is gone', async () => {
    const indexDir = await freshFolder();
    await buildSample(indexDir, sampleCorpus(1));
    for (const pointer of ['', '\n', '../../etc', `${'0'.repeat(64)}\n`, 'a\nb\nc\n']) {
      await writeFile(join(indexDir, 'current'), pointer);
      await expectRefusal(openIndex(indexDir), 'index_corrupt');
    }
  });
});

describe('the build before', () => {
  test('stands in for a damaged one, with a warning that names the damaged file', async () => {
    const indexDir = await freshFolder();
    const before = await buildSample(indexDir, sampleCorpus(1));
    await buildSample(indexDir, sampleCorpus(2));
    await flipBit(join(servingBuild(indexDir), 'vectors.hnsw'), 0.5);
    const warnings: string[] = [];
    const index = await openIndex(indexDir, { onWarning: (warning) => warnings.push(warning) });
    expect(index.fingerprint).toBe(before.fingerprint);
    expect(warnings).toEqual([expect.stringContaining('vectors.hnsw')]);
    await index.close();
  });

  test('does not stand in where it is not what is expected', async () => {
    const indexDir = await freshFolder();
    await buildSample(indexDir, sampleCorpus(1));
    const { fingerprint } = await buildSample(indexDir, sampleCorpus(2));
    await flipBit(join(servingBuild(indexDir), 'passages.sqlite'), 0.5);
    await expectRefusal(openIndex(indexDir, { fingerprint }), 'index_corrupt');
  });
});
