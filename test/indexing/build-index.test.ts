import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildStep } from '../../src/indexing/build-progress.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { buildSample, sampleCorpus, servingBuild } from './sample-build.js';
import { paragraphSplitting, sampleDocument } from './sample-documents.js';
import { useTemporaryFolders } from './temporary-folders.js';
import { createWordVectors } from './word-vectors.js';

const freshFolder = useTemporaryFolders();

async function fingerprintServed(indexDir: string): Promise<string> {
  const index = await openIndex(indexDir);
  await index.close();
  return index.fingerprint;
}

async function staged(indexDir: string): Promise<string[]> {
  return (await readdir(indexDir)).filter((name) => name.startsWith('staging-'));
}

describe('what is built', () => {
  test('says what it built, and how far it is at each step', async () => {
    const indexDir = join(await freshFolder(), 'not', 'yet', 'there');
    const steps: BuildStep[] = [];
    const result = await buildSample(indexDir, sampleCorpus(1), {
      onProgress: (step) => steps.push(step),
    });
    expect(result).toMatchObject({ built: true, counts: { documents: 4, passages: 32 } });
    expect(await fingerprintServed(indexDir)).toBe(result.fingerprint);
    const stages = [...new Set(steps.map(({ stage }) => stage))];
    expect(stages).toEqual(['embed', 'write', 'verify']);
    for (const stage of stages) {
      const own = steps.filter((step) => step.stage === stage);
      const done = own.map((step) => step.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.at(-1)).toBe(own.at(-1)?.total);
    }
    expect(steps.at(-1)).toMatchObject({ documents: 4, passages: 32 });
    expect(await staged(indexDir)).toEqual([]);
  });

  test('does nothing when nothing changed, whatever the order of the documents', async () => {
    const indexDir = await freshFolder();
    const first = await buildSample(indexDir, sampleCorpus(1));
    const before = await readFile(join(indexDir, 'current'), 'utf8');
    const model = createWordVectors({
      onCall: () => {
        throw new Error('nothing should be embedded');
      },
    });
    const again = await buildSample(indexDir, sampleCorpus(1).reverse(), { model });
    expect(again).toMatchObject({ fingerprint: first.fingerprint, built: false });
    expect(await readFile(join(indexDir, 'current'), 'utf8')).toBe(before);
  });

  test('rebuilds for any change of what the index follows from', async () => {
    const indexDir = await freshFolder();
    const documents = sampleCorpus(1);
    const { fingerprint } = await buildSample(indexDir, documents);
    const [first, ...rest] = documents;
    const changes = [
      buildSample.bind(null, indexDir, [sampleDocument('doc-1', `${first!.text} More.`), ...rest]),
      buildSample.bind(null, indexDir, [{ ...first!, title: 'Another' }, ...rest]),
      buildSample.bind(null, indexDir, [
        { ...first!, metadata: { ...first!.metadata, author: 'Ann' } },
        ...rest,
      ]),
      buildSample.bind(null, indexDir, rest),
      buildSample.bind(null, indexDir, documents, {
        model: createWordVectors({ fingerprint: 'other-words' }),
      }),
      buildSample.bind(null, indexDir, documents, {
        splitting: { ...paragraphSplitting, policy: 'paragraphs-2' },
      }),
    ];
    const fingerprints = new Set([fingerprint]);
    for (const change of changes) {
      const result = await change();
      expect(result.built).toBe(true);
      fingerprints.add(result.fingerprint);
      expect(await fingerprintServed(indexDir)).toBe(result.fingerprint);
    }
    expect(fingerprints.size).toBe(changes.length + 1);
  });

  test('rebuilds what is damaged although nothing changed', async () => {
    const indexDir = await freshFolder();
    const { fingerprint } = await buildSample(indexDir, sampleCorpus(1));
    await writeFile(join(servingBuild(indexDir), 'vectors.hnsw'), 'damaged');
    expect(await buildSample(indexDir, sampleCorpus(1))).toMatchObject({ built: true });
    await writeFile(join(indexDir, 'current'), 'damaged');
    expect(await buildSample(indexDir, sampleCorpus(1))).toMatchObject({ built: true });
    expect(await fingerprintServed(indexDir)).toBe(fingerprint);
  });

  test('keeps the build before, and an opened one goes on answering while two more are built', async () => {
    const indexDir = await freshFolder();
    await buildSample(indexDir, sampleCorpus(1));
    const opened = await openIndex(indexDir);
    const vector = await createWordVectors().embedQuery('river');
    const before = await opened.vectors.search(vector, 5);
    for (const seed of [2, 3]) await buildSample(indexDir, sampleCorpus(seed));
    expect(await readdir(join(indexDir, 'builds'))).toHaveLength(2);
    expect(await opened.vectors.search(vector, 5)).toEqual(before);
    expect(await opened.store.documents()).toHaveLength(4);
    await opened.close();
  });
});

describe('what is refused, the old index untouched', () => {
  const spoiled: [string, (vectors: Float32Array[]) => Float32Array[]][] = [
    ['too few', (vectors) => vectors.slice(1)],
    ['of another dimension', (vectors) => vectors.map((vector) => vector.slice(1))],
    ['not a number', ([first, ...rest]) => [first!.fill(Number.NaN), ...rest]],
    ['infinite', ([first, ...rest]) => [first!.fill(Number.POSITIVE_INFINITY), ...rest]],
    [
      'not of unit length',
      ([first, ...rest]) => [first!.map((component) => 2 * component), ...rest],
    ],
  ];
  test.each(spoiled)('vectors %s', async (_name, spoil) => {
    const indexDir = await freshFolder();
    const { fingerprint } = await buildSample(indexDir, sampleCorpus(1));
    const model = createWordVectors({ spoil });
    const building = buildSample(indexDir, sampleCorpus(2), { model });
    await expect(building).rejects.toMatchObject({ code: 'embedding_failed' });
    expect(await fingerprintServed(indexDir)).toBe(fingerprint);
    expect(await staged(indexDir)).toEqual([]);
  });

  test('a corpus without documents, without text, or with two of one id, and a text beside its hash', async () => {
    const indexDir = await freshFolder();
    const [first, second] = sampleCorpus(1);
    const cases = [
      [[], 'corpus_invalid'],
      [[sampleDocument('blank', ' ')], 'corpus_invalid'],
      [[first!, { ...second!, id: first!.id }], 'corpus_invalid'],
      [[{ ...first!, text: second!.text }], 'document_invalid'],
    ] as const;
    for (const [documents, code] of cases)
      await expect(buildSample(indexDir, documents)).rejects.toMatchObject({ code });
    await expect(openIndex(indexDir)).rejects.toMatchObject({ code: 'index_missing' });
  });

  test('text that would not read back as it was', async () => {
    const indexDir = await freshFolder();
    const building = buildSample(indexDir, [sampleDocument('half', 'A half \ud83d pair.')]);
    await expect(building).rejects.toMatchObject({ code: 'index_write_failed' });
    expect(await staged(indexDir)).toEqual([]);
  });

  test('a second build while one runs, naming the process of the first', async () => {
    const indexDir = await freshFolder();
    let second: unknown;
    const model = createWordVectors({
      onCall: async () => {
        second ??= await buildSample(indexDir, sampleCorpus(3)).catch((error: unknown) => error);
      },
    });
    const { fingerprint } = await buildSample(indexDir, sampleCorpus(2), { model });
    expect(second).toMatchObject({ code: 'index_locked' });
    expect(String(second)).toContain(`process ${process.pid} `);
    expect(await fingerprintServed(indexDir)).toBe(fingerprint);
    expect(await buildSample(indexDir, sampleCorpus(3))).toMatchObject({ built: true });
  });

  test('a build that is cancelled at any step', async () => {
    const indexDir = await freshFolder();
    const { fingerprint } = await buildSample(indexDir, sampleCorpus(1));
    for (const stage of ['embed', 'write', 'verify']) {
      const cancel = new AbortController();
      const building = buildSample(indexDir, sampleCorpus(2), {
        signal: cancel.signal,
        onProgress: (step) => {
          if (step.stage === stage) cancel.abort();
        },
      });
      await expect(building).rejects.toMatchObject({ code: 'cancelled' });
      expect(await fingerprintServed(indexDir)).toBe(fingerprint);
      expect(await staged(indexDir)).toEqual([]);
    }
  });

  test('a folder that cannot be written to, naming the path and the remedy', async () => {
    const parent = await freshFolder();
    const file = join(parent, 'file');
    await writeFile(file, 'a file where a folder should be');
    await expect(buildSample(join(file, 'index'), sampleCorpus(1))).rejects.toMatchObject({
      code: 'index_write_failed',
      message: expect.stringContaining(file),
    });

    const indexDir = join(parent, 'index');
    await mkdir(indexDir);
    await writeFile(join(indexDir, 'builds'), 'a file where a folder should be');
    const building = buildSample(indexDir, sampleCorpus(1));
    await expect(building).rejects.toMatchObject({
      code: 'index_write_failed',
      message: expect.stringMatching(/builds.*Remove the file/),
    });
    expect(await staged(indexDir)).toEqual([]);
    await rm(join(indexDir, 'builds'));

    await mkdir(join(indexDir, 'current'));
    await expect(buildSample(indexDir, sampleCorpus(1))).rejects.toMatchObject({
      code: 'index_write_failed',
    });
    expect(await staged(indexDir)).toEqual([]);
    expect(await readdir(join(indexDir, 'builds'))).toEqual([]);
  });
});
