import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { indexLayout } from '../../src/indexing/layout.js';
import type { Measurement } from '../figure.js';
import type { Materials } from '../materials.js';

/**
 * Bytes of the index on disk beside what it cannot do without: the texts in UTF-8, a 32-bit vector
 * for each passage and an 8-bit one for each sentence.
 */
export async function measureIndexSize(materials: Materials): Promise<Measurement[]> {
  const { config, documents, model, passages, texts } = materials;
  const { buildsDir } = indexLayout(config.indexDir);
  let bytes = 0;
  for (const entry of await readdir(buildsDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  const textBytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const vectorBytes = (4 * passages + (texts.length - passages)) * model.dimension;
  const beside = { name: 'texts and vectors alone', values: [textBytes + vectorBytes] };
  return [{ name: 'index on disk', unit: 'bytes', values: [bytes], beside }];
}
