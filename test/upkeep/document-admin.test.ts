import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StructuredDocument } from '../../src/contract/engine.js';
import type { SourceDocument } from '../../src/domain/document.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { createDocumentAdmin } from '../../src/upkeep/document-admin.js';
import { useTemporaryFolders } from '../indexing/temporary-folders.js';

const freshFolder = useTemporaryFolders();

/** An admin over a corpus folder with one document, whose index is what the folder holds. */
async function service(files: Record<string, string> = {}) {
  const corpusDir = await freshFolder();
  for (const [path, content] of Object.entries({ 'mill.md': 'The mill turns.', ...files }))
    await writeFile(join(corpusDir, path), content);
  let documents: readonly SourceDocument[] = [];
  let updates = 0;
  const update = async () => {
    documents = (await loadCorpus({ corpusDir, onProblem: 'skip' })).documents;
    updates++;
  };
  await update();
  const admin = createDocumentAdmin({
    corpusDir,
    update,
    engine: {
      document: async (id) =>
        documents.find((document) => document.id === id) as StructuredDocument | undefined,
      status: () => ({
        index: {
          fingerprint: `after-${updates}`,
          counts: { documents: documents.length, passages: 0, sentences: 0 },
        },
        embeddingModel: '',
        reader: '',
      }),
    },
  });
  const read = (id: string) => documents.find((document) => document.id === id);
  return { corpusDir, admin, read };
}

describe('a document that is put', () => {
  it('is a Markdown file with front matter, read back as it was said', async () => {
    const { admin, read, corpusDir } = await service();
    const receipt = await admin.put({
      id: 'town/hours',
      title: 'Hours: "office"',
      text: 'The office opens at nine.',
      metadata: {
        author: 'Ann #1',
        published: '2025-06',
        tags: ['a: b', 'c'],
        other: { 'k y': 'v' },
      },
    });
    expect(receipt).toEqual({
      id: 'town/hours',
      change: 'added',
      path: 'town/hours.md',
      index: { fingerprint: 'after-2' },
    });
    expect(read('town/hours')).toMatchObject({
      title: 'Hours: "office"',
      text: expect.stringContaining('The office opens at nine.'),
      metadata: {
        author: 'Ann #1',
        published: '2025-06',
        tags: ['a: b', 'c'],
        other: { 'k y': 'v' },
      },
    });
    expect(await readdir(join(corpusDir, 'town'))).toEqual(['hours.md']);
  });

  it('replaces the one of its id, and takes its id from the title where it has none', async () => {
    const { admin, read } = await service();
    expect(await admin.put({ title: 'The Old Mill!', text: 'It ground flour.' })).toMatchObject({
      id: 'the-old-mill',
      change: 'added',
    });
    const { id } = await admin.put({ title: 'The old mill', text: 'It is a museum.' });
    expect(id).toMatch(/^the-old-mill-[0-9a-f]{8}$/);
    expect(await admin.put({ id: 'mill', markdown: '# Mill\n\nIt stands still.' })).toMatchObject({
      change: 'replaced',
    });
    expect(read('mill')?.text).toContain('It stands still.');
  });

  it('changes nothing where no document comes of it', async () => {
    const { admin, corpusDir } = await service();
    const taken = admin.put({ id: 'the-copy', markdown: 'The mill turns.' });
    await expect(taken).rejects.toMatchObject({ code: 'conflict' });
    const wrong = admin.put({ id: 'mill', markdown: '---\ntitle: [\n---\n\nText' });
    await expect(wrong).rejects.toMatchObject({ code: 'conflict' });
    expect(await readdir(corpusDir)).toEqual(['mill.md']);
    expect(await readFile(join(corpusDir, 'mill.md'), 'utf8')).toBe('The mill turns.');
  });

  it('does not leave the folder, take the place of its README, or of a file of another kind', async () => {
    const { admin, corpusDir } = await service({ 'notes.txt': 'Some notes are here.' });
    await mkdir(join(corpusDir, '..', 'outside'), { recursive: true });
    await symlink(join(corpusDir, '..', 'outside'), join(corpusDir, 'out'));
    const cases = [
      ['out/evil', 'invalid_request'],
      ['README', 'invalid_request'],
      ['notes', 'conflict'],
    ];
    for (const [id, code] of cases)
      await expect(admin.put({ id: id!, markdown: 'Evil words.' })).rejects.toMatchObject({ code });
    expect(await readdir(join(corpusDir, '..', 'outside'))).toEqual([]);
  });
});

describe('a document that is removed', () => {
  it('is gone with its file', async () => {
    const { admin, read, corpusDir } = await service({ 'notes.txt': 'Some notes are here.' });
    expect(await admin.remove('notes')).toMatchObject({ change: 'removed', path: 'notes.txt' });
    expect(read('notes')).toBeUndefined();
    expect(await readdir(corpusDir)).toEqual(['mill.md']);
  });

  it('is not where there is none, or where its file holds others too', async () => {
    const records = ['{"title": "One", "text": "First."}', '{"title": "Two", "text": "Second."}'];
    const { admin, corpusDir } = await service({ 'many.jsonl': records.join('\n') });
    expect(await admin.remove('nothing')).toBeUndefined();
    const { documents } = await loadCorpus({ corpusDir, onProblem: 'stop' });
    const { id } = documents.find(({ path }) => path === 'many.jsonl')!;
    await expect(admin.remove(id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

it('does one change after the other', async () => {
  const { admin, read } = await service();
  await Promise.all(
    Array.from({ length: 5 }, (_, i) => admin.put({ id: 'one', markdown: `Version ${i}.` })),
  );
  expect(read('one')?.text).toContain('Version 4.');
});
