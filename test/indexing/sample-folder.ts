import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type UpdateIndexOptions, updateIndex } from '../../src/indexing/build-index.js';
import { documentFolder } from '../../src/indexing/document-folder.js';
import { createWordVectors } from './word-vectors.js';

/** What to write, by path; null removes. */
export type FileChanges = Readonly<Record<string, string | null>>;

/** Writes and removes files below a folder. */
export async function changeFiles(folder: string, changes: FileChanges): Promise<void> {
  for (const [path, content] of Object.entries(changes)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    if (content === null) await rm(file);
    else await writeFile(file, content);
  }
}

/** Brings the index of a folder up to date with a fake model; gives what was done and the texts that were embedded for it. */
export async function indexFolder(
  corpusDir: string,
  indexDir: string,
  options: Partial<UpdateIndexOptions> = {},
) {
  const embedded: string[] = [];
  const model = createWordVectors({
    onCall: (texts) => {
      embedded.push(...texts);
    },
  });
  const source = documentFolder(corpusDir);
  const result = await updateIndex({ source, indexDir, model, ...options });
  return { ...result, embedded };
}
