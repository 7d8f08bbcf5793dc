import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { describeSearchIndex, type SearchIndexFactory } from './search-index.contract.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const embedded: SearchIndexFactory = async (documents, model, splitting) => {
  const indexDir = await mkdtemp(join(tmpdir(), 'footnote-index-'));
  folders.push(indexDir);
  await buildIndex({ documents, indexDir, model, splitting });
  return openIndex(indexDir);
};

describeSearchIndex('an embedded index of few passages, compared one by one', 10, embedded);
describeSearchIndex(
  'an embedded index of many passages, searched through the graph',
  120,
  embedded,
);
