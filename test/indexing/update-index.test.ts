import { rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SearchIndex } from '../../src/domain/search-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { changeFiles, type FileChanges, indexFolder } from './sample-folder.js';
import { useTemporaryFolders } from './temporary-folders.js';
import { createWordVectors } from './word-vectors.js';

const freshFolder = useTemporaryFolders();

const article = (title: string, ...paragraphs: string[]) =>
  `---\ntitle: ${title}\n---\n\n${paragraphs.join('\n\n')}\n`;

const FILES: FileChanges = {
  'anchor.md': article('Anchors', 'The anchor holds the ship. It is made of iron.'),
  'bridge.md': article('Bridges', 'The bridge spans the river. It was built in 1932.'),
  'deep/candle.md': article('Candles', 'A candle burns for nine hours. Wax is its fuel.'),
};

async function folders(files: FileChanges = FILES) {
  const [corpusDir, indexDir] = [await freshFolder(), await freshFolder()];
  await changeFiles(corpusDir, files);
  return { corpusDir, indexDir };
}

async function opened<Result>(
  indexDir: string,
  look: (index: SearchIndex) => Promise<Result>,
): Promise<Result> {
  const index = await openIndex(indexDir);
  try {
    return await look(index);
  } finally {
    await index.close();
  }
}

/** Everything that can be asked of an index, in the order of ids. */
async function contents(indexDir: string) {
  return opened(indexDir, async (index) => {
    const headers = await index.store.documents();
    const vector = await createWordVectors().embedQuery('the bridge and the candle');
    const nearest = await index.vectors.search(vector, 100);
    const words = await index.lexical.search(['bridg', 'candl', 'iron', 'wax', 'river'], 100);
    const passages = await index.store.passages(nearest.map(({ id }) => id).sort());
    const frequencies = await index.lexical.documentFrequencies(['bridg', 'candl', 'iron', 'wax']);
    return {
      fingerprint: index.fingerprint,
      counts: index.counts,
      headers,
      nearest,
      words,
      passages,
      frequencies: [...frequencies],
    };
  });
}

/** An index made step by step must be the one that is made at once. */
async function expectAsBuiltAtOnce(corpusDir: string, indexDir: string): Promise<void> {
  const other = await freshFolder();
  await indexFolder(corpusDir, other);
  expect(await contents(indexDir)).toEqual(await contents(other));
}

describe('what changed, and nothing else', () => {
  test('is read and embedded: sentences that stood there before are not embedded again', async () => {
    const { corpusDir, indexDir } = await folders();
    await indexFolder(corpusDir, indexDir);
    await changeFiles(corpusDir, {
      'bridge.md': article('Bridges', 'The bridge spans the river. It was built in 1935.'),
    });
    const { work, embedded, built } = await indexFolder(corpusDir, indexDir);
    expect(built).toBe(true);
    expect(work).toMatchObject({ read: 1, removed: 1, embedded: 2, reused: 1 });
    expect(embedded).toEqual([expect.stringContaining('1935'), 'It was built in 1935.']);
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });

  test('is added where a file is new, in whatever place of the order', async () => {
    const { corpusDir, indexDir } = await folders();
    await indexFolder(corpusDir, indexDir);
    await changeFiles(corpusDir, { 'aaa.md': article('Axes', 'An axe splits wood.') });
    const { work } = await indexFolder(corpusDir, indexDir);
    expect(work).toMatchObject({ read: 1, removed: 0, embedded: 2 });
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });

  test('goes where a file is gone, and leaves no ghost behind', async () => {
    const { corpusDir, indexDir } = await folders();
    await indexFolder(corpusDir, indexDir);
    await changeFiles(corpusDir, { 'deep/candle.md': null });
    const { embedded } = await indexFolder(corpusDir, indexDir);
    expect(embedded).toEqual([]);
    await opened(indexDir, async ({ store, lexical, vectors, counts }) => {
      expect(counts).toEqual({ documents: 2, passages: 2, sentences: 4 });
      expect(await store.document('deep/candle')).toBeUndefined();
      expect(await store.passages(['deep/candle#0'])).toEqual([]);
      expect(await lexical.search(['candl', 'wax'], 10)).toEqual([]);
      expect([...(await lexical.documentFrequencies(['wax']))]).toEqual([]);
      const found = await vectors.search(await createWordVectors().embedQuery('candle wax'), 10);
      expect(found.map(({ id }) => id).sort()).toEqual(['anchor#0', 'bridge#0']);
    });
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });

  test('costs no embedding where a file is only renamed, moved, or copied back', async () => {
    const { corpusDir, indexDir } = await folders();
    await indexFolder(corpusDir, indexDir);
    await rename(join(corpusDir, 'bridge.md'), join(corpusDir, 'deep', 'viaduct.md'));
    const { embedded, work } = await indexFolder(corpusDir, indexDir);
    expect({ embedded, work }).toMatchObject({ embedded: [], work: { read: 1, removed: 1 } });
    await opened(indexDir, async ({ store }) => {
      expect(await store.document('bridge')).toBeUndefined();
      expect(await store.document('deep/viaduct')).toMatchObject({ title: 'Bridges' });
    });
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });

  test('is nothing where a file was only touched, or has another time alone', async () => {
    const { corpusDir, indexDir } = await folders();
    const first = await indexFolder(corpusDir, indexDir);
    await utimes(join(corpusDir, 'bridge.md'), 1_000_000_000, 1_000_000_000);
    const again = await indexFolder(corpusDir, indexDir);
    expect(again).toMatchObject({ built: false, fingerprint: first.fingerprint, embedded: [] });
  });

  test('is seen though size and time are those of before, when the time was too young to be trusted', async () => {
    const { corpusDir, indexDir } = await folders();
    await indexFolder(corpusDir, indexDir);
    const file = join(corpusDir, 'bridge.md');
    const { atime, mtime } = await stat(file);
    await changeFiles(corpusDir, {
      'bridge.md': article('Bridges', 'The bridge spans the river. It was built in 1937.'),
    });
    await utimes(file, atime, mtime);
    expect(await indexFolder(corpusDir, indexDir)).toMatchObject({ built: true });
  });

  test('is not looked for in the content of files whose size and time are as they were', async () => {
    const { corpusDir, indexDir } = await folders();
    for (const path of Object.keys(FILES))
      await utimes(join(corpusDir, path), 1_000_000_000, 1_000_000_000);
    await indexFolder(corpusDir, indexDir);
    await changeFiles(corpusDir, {
      'bridge.md': article('Bridges', 'The bridge spans the river. It was built in 1938.'),
    });
    await utimes(join(corpusDir, 'bridge.md'), 1_000_000_000, 1_000_000_000);
    expect(await indexFolder(corpusDir, indexDir)).toMatchObject({ built: false });
  });

  test('stays right over many changes, also once the graph is linked anew', async () => {
    const { corpusDir, indexDir } = await folders();
    for (let round = 0; round < 8; round++) {
      const name = `note-${round % 3}.md`;
      await changeFiles(corpusDir, {
        [name]: article(`Note ${round}`, `Round ${round} saw the river rise.`, 'Iron rusts.'),
        'anchor.md': article('Anchors', `The anchor weighs ${round} tons of iron.`),
      });
      await indexFolder(corpusDir, indexDir);
    }
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });
});

describe('two files with the same text', () => {
  const text = FILES['bridge.md'] as string;

  test('are one document, that of the first path, whichever came first', async () => {
    const { corpusDir, indexDir } = await folders();
    await indexFolder(corpusDir, indexDir);
    await changeFiles(corpusDir, { 'aaa.md': text });
    const { problems } = await indexFolder(corpusDir, indexDir);
    expect(problems).toMatchObject([{ file: 'bridge.md', message: expect.stringMatching(/aaa/) }]);
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });

  test('let the other in once the first is gone', async () => {
    const { corpusDir, indexDir } = await folders({ ...FILES, 'copy.md': text });
    const { problems } = await indexFolder(corpusDir, indexDir);
    expect(problems).toMatchObject([{ file: 'copy.md' }]);
    await changeFiles(corpusDir, { 'bridge.md': null });
    const after = await indexFolder(corpusDir, indexDir);
    expect(after).toMatchObject({ problems: [], embedded: [] });
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });
});

describe('files that are no documents', () => {
  test('are named at every update, and end it where they are to', async () => {
    const { corpusDir, indexDir } = await folders({ ...FILES, 'bad.md': '---\ntitle: [\n---\n' });
    for (const built of [true, false])
      expect(await indexFolder(corpusDir, indexDir)).toMatchObject({
        built,
        problems: [{ file: 'bad.md' }],
      });
    await expect(indexFolder(corpusDir, indexDir, { stopsAtProblems: true })).rejects.toMatchObject(
      { code: 'document_invalid' },
    );
    await changeFiles(corpusDir, { 'bad.md': article('Good', 'It is good now.') });
    expect(await indexFolder(corpusDir, indexDir, { stopsAtProblems: true })).toMatchObject({
      built: true,
      problems: [],
      counts: { documents: 4 },
    });
  });

  test('leave the index alone where nothing else is there', async () => {
    const { corpusDir, indexDir } = await folders();
    const { fingerprint } = await indexFolder(corpusDir, indexDir);
    await changeFiles(corpusDir, { 'anchor.md': null, 'bridge.md': null, 'deep/candle.md': null });
    await expect(indexFolder(corpusDir, indexDir)).rejects.toMatchObject({
      code: 'corpus_invalid',
    });
    expect(await opened(indexDir, async (index) => index.fingerprint)).toBe(fingerprint);
  });
});

describe('an interrupted build', () => {
  test('leaves what it embedded to the next one', async () => {
    const [corpusDir, indexDir] = [await freshFolder(), await freshFolder()];
    const many = Array.from({ length: 1200 }, (_, i) => `Fact ${i} is that ${i} follows ${i - 1}.`);
    const paragraphs = many.map((line) => `${line} ${line.replace('Fact', 'Point')}`);
    await changeFiles(corpusDir, {
      'a.md': article('A', ...paragraphs.slice(0, 900)),
      'b.md': article('B', ...paragraphs.slice(900)),
    });
    let calls = 0;
    const broken = createWordVectors({
      onCall: () => {
        if (++calls > 1) throw new Error('the power went');
      },
    });
    await expect(indexFolder(corpusDir, indexDir, { model: broken })).rejects.toThrow('power');
    const { embedded, work, counts } = await indexFolder(corpusDir, indexDir);
    expect(work.reused).toBeGreaterThan(1000);
    expect(embedded).toHaveLength(counts.passages + counts.sentences - work.reused);
    await expectAsBuiltAtOnce(corpusDir, indexDir);
  });

  test('leaves nothing to another model, nor anything that is damaged', async () => {
    const { corpusDir, indexDir } = await folders();
    const fail = { spoil: (vectors: Float32Array[]) => vectors.slice(1) };
    await expect(
      indexFolder(corpusDir, indexDir, { model: createWordVectors(fail) }),
    ).rejects.toMatchObject({ code: 'embedding_failed' });
    await changeFiles(indexDir, { 'embedded.sqlite': 'no database at all '.repeat(100) });
    expect(await indexFolder(corpusDir, indexDir)).toMatchObject({ work: { reused: 0 } });
    const other = createWordVectors({ fingerprint: 'others' });
    const rebuilt = await indexFolder(corpusDir, indexDir, { model: other });
    expect(rebuilt).toMatchObject({ built: true, work: { reused: 0 } });
  });
});
