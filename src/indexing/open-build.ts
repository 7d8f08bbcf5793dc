import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchIndex } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import { type Connection, databaseFault, openDatabase } from './database.js';
import { type FileDigest, fileDigest, sha256 } from './file-digest.js';
import { isSealed, readSeal } from './file-seal.js';
import { createFilteredRows } from './filtered-rows.js';
import { hnswFileFault } from './hnsw-file.js';
import { type HnswVectors, openHnswVectors } from './hnsw-vectors.js';
import { BUILD_FILES, INDEX_FORMAT, REBUILD } from './layout.js';
import { createLexicalIndex } from './lexical-index.js';
import { type Manifest, ManifestSchema } from './manifest.js';
import { createPassageIds } from './passage-ids.js';
import { createPassageStore } from './passage-store.js';
import { createVectorIndex } from './vector-index.js';

/** What an index has to be to be of use; what is left out may be anything. */
export interface ExpectedIndex {
  readonly fingerprint?: string;
  readonly modelFingerprint?: string;
  readonly dimension?: number;
}

export interface CheckOptions {
  /** Whether every byte is read whatever is known of the files. */
  readonly readsAll?: boolean;
}

/**
 * Checks a build against its id, and what it is against what is expected, without letting native code
 * near it: every byte of it, but of files that were found whole before and not written to since. Gives its manifest.
 * @throws FootnoteError `index_stale` or `index_corrupt`.
 */
export async function checkBuild(
  dir: string,
  id: string,
  { readsAll = false, ...expected }: ExpectedIndex & CheckOptions = {},
): Promise<Manifest> {
  const manifest = await readManifest(dir, id);
  const { policy, points, files } = manifest;
  const stale = staleness(manifest, expected);
  if (stale !== undefined)
    throw new FootnoteError('index_stale', `${stale} ${REBUILD}`, { details: { dir } });
  const seal = readsAll ? {} : await readSeal(dir);
  for (const name of [BUILD_FILES.passages, BUILD_FILES.vectors])
    if (!(await isSealed(dir, name, seal))) await checkFile(join(dir, name), files[name]);
  const vectorsFile = join(dir, BUILD_FILES.vectors);
  const vectors = { count: points, dimension: policy.dimension };
  const fault = await hnswFileFault(vectorsFile, vectors);
  if (fault !== undefined) throw damaged(vectorsFile, fault);
  return manifest;
}

export interface OpenedBuild {
  readonly manifest: Manifest;
  readonly index: SearchIndex;
  /** The vectors, rows as numbered in the database. */
  readonly graph: HnswVectors;
}

/**
 * Opens a build after checking it.
 * @throws FootnoteError `index_stale` or `index_corrupt`.
 */
export async function openBuild(
  dir: string,
  id: string,
  expected: ExpectedIndex & CheckOptions = {},
): Promise<OpenedBuild> {
  const manifest = await checkBuild(dir, id, expected);
  const { fingerprint, counts, policy } = manifest;
  const passagesFile = join(dir, BUILD_FILES.passages);
  const database = openDatabase(passagesFile);
  try {
    const fault = databaseFault(database) ?? countsFault(database, counts);
    if (fault !== undefined) throw damaged(passagesFile, fault);
    const { dimension } = policy;
    const size = counts.passages;
    const graph = await openHnswVectors(join(dir, BUILD_FILES.vectors), dimension, size);
    const lastRow = manifest.nextRow - 1;
    const rowsPassing = createFilteredRows(database, lastRow);
    const withIds = createPassageIds(database);
    const index = {
      fingerprint,
      counts,
      store: createPassageStore(database),
      vectors: createVectorIndex(database, { graph, count: size, dimension, rowsPassing, withIds }),
      lexical: createLexicalIndex(database, { size, lastRow, rowsPassing, withIds }),
      close: async () => {
        database.close();
      },
    };
    return { manifest, index, graph };
  } catch (error) {
    database.close();
    throw error;
  }
}

function staleness(
  { modelId, policy, fingerprint }: Manifest,
  expected: ExpectedIndex,
): string | undefined {
  const { dimension, modelFingerprint } = expected;
  if (modelFingerprint !== undefined && modelFingerprint !== policy.model)
    return `The index was built with the embedding model ${modelId} (${policy.model}), and the one in use is ${modelFingerprint}.`;
  if (dimension !== undefined && dimension !== policy.dimension)
    return `The index holds vectors of ${policy.dimension} numbers, and the embedding model in use gives ${dimension}.`;
  if (expected.fingerprint !== undefined && expected.fingerprint !== fingerprint)
    return `The documents or settings changed since the index was built: it should be ${expected.fingerprint} and is ${fingerprint}.`;
  return undefined;
}

async function readManifest(dir: string, id: string): Promise<Manifest> {
  const file = join(dir, BUILD_FILES.manifest);
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw damaged(file, `it cannot be read (${cause.code})`, cause);
  });
  if (sha256(text) !== id) throw damaged(file, 'its content changed after it was written');
  const content = JSON.parse(text) as { readonly format?: unknown };
  if (content.format !== INDEX_FORMAT)
    throw new FootnoteError(
      'index_stale',
      `This version reads indexes of format ${INDEX_FORMAT}, and this one is of format ${content.format}. ${REBUILD}`,
      { details: { dir } },
    );
  const manifest = ManifestSchema.safeParse(content);
  if (!manifest.success) throw damaged(file, 'it is not a manifest', manifest.error);
  return manifest.data;
}

async function checkFile(path: string, wanted: FileDigest): Promise<void> {
  const came = await fileDigest(path).catch((cause: NodeJS.ErrnoException) => {
    throw damaged(path, `it cannot be read (${cause.code})`, cause);
  });
  if (came.bytes !== wanted.bytes)
    throw damaged(path, `it should have ${wanted.bytes} bytes and has ${came.bytes}`);
  if (came.sha256 !== wanted.sha256)
    throw damaged(path, 'its content changed after it was written');
}

function countsFault(database: Connection, counts: Manifest['counts']): string | undefined {
  for (const table of ['documents', 'passages', 'sentences'] as const) {
    const rows = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    if (rows !== counts[table]) return `it should hold ${counts[table]} ${table} and holds ${rows}`;
  }
  return undefined;
}

function damaged(file: string, what: string, cause?: unknown): FootnoteError {
  return new FootnoteError('index_corrupt', `${file} is damaged: ${what}. ${REBUILD}`, {
    cause,
    details: { file },
  });
}
