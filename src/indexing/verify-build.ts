import { join } from 'node:path';
import type { PassageStore } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import type { BuildProgress } from './build-progress.js';
import { openDatabase } from './database.js';
import { sha256 } from './file-digest.js';
import type { ChangedFile } from './find-changes.js';
import { BUILD_FILES } from './layout.js';
import { openBuild } from './open-build.js';
import type { WrittenBuild } from './write-build.js';

/** How far the best score for a passage's own vector may be from 1. */
const SCORE_TOLERANCE = 2e-3;

/**
 * Opens a build as a reader will and compares it with what was to be written: the text of every document
 * of the files that were read with its hash, and of a sample of new passages that their text stands
 * where their span says and that their vectors are found, by graph and by index.
 * @throws FootnoteError `index_write_failed` where anything differs.
 */
export async function verifyBuild(
  dir: string,
  { id, sample }: Pick<WrittenBuild, 'id' | 'sample'>,
  files: readonly ChangedFile[],
  progress: BuildProgress,
): Promise<void> {
  verifyDocuments(dir, files, progress);
  const { index, graph } = await openBuild(dir, id);
  try {
    for (const { id: passageId, text, vector } of sample) {
      await verifyText(index.store, passageId, text);
      const [near] = await index.vectors.search(vector, 1);
      const [linked] = graph.search(vector, 1);
      for (const found of [near, linked])
        if (found === undefined || found.score < 1 - SCORE_TOLERANCE)
          throw differs(`the vector of ${passageId} is not found by itself`);
    }
  } finally {
    await index.close();
  }
}

function verifyDocuments(
  dir: string,
  files: readonly ChangedFile[],
  progress: BuildProgress,
): void {
  const database = openDatabase(join(dir, BUILD_FILES.passages));
  try {
    const documentsOf = database.prepare<[string], { path: string; hash: string; text: string }>(
      'SELECT path, hash, text FROM documents JOIN document_texts ON document = row WHERE file = ?',
    );
    for (const [i, file] of files.entries()) {
      progress.checkSignal();
      for (const { path, hash, text } of documentsOf.iterate(file.path))
        if (hash !== `sha256-${sha256(text)}`)
          throw differs(`the text of ${path} does not read back as it was`);
      progress.report({ stage: 'verify', done: i + 1, total: files.length });
    }
  } finally {
    database.close();
  }
}

async function verifyText(store: PassageStore, id: string, text: string): Promise<void> {
  const [stored] = await store.passages([id]);
  if (stored?.text !== text) throw differs(`the text of ${id} does not read back as it was`);
}

function differs(what: string): FootnoteError {
  return new FootnoteError(
    'index_write_failed',
    `The index just built is not what was to be written: ${what}. The index that was there is untouched; check the disk and run \`npm run index\` again.`,
  );
}
