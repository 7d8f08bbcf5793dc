import { constants } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { IndexCounts } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import type { BaseBuild } from './base-build.js';
import type { BuildProgress } from './build-progress.js';
import type { Connection } from './database.js';
import { createDatabaseWriter, type DatabaseWriter } from './database-writer.js';
import type { DocumentSource } from './document-source.js';
import { createEmbedder, type EmbeddingTally } from './embed-passages.js';
import { fileDigest, flushToDisk, sha256 } from './file-digest.js';
import { writeSeal } from './file-seal.js';
import type { Changes } from './find-changes.js';
import { type IndexPolicy, indexFingerprint } from './fingerprint.js';
import { hnswFileFault } from './hnsw-file.js';
import { eitherOf, type KeptVectors } from './kept-vectors.js';
import { BUILD_FILES, INDEX_FORMAT } from './layout.js';
import type { Manifest } from './manifest.js';
import { createSampler, type PassageSample } from './passage-sample.js';
import { isWorn, linkAnew, openGraph } from './search-graph.js';
import type { Splitting } from './splitting.js';
import { storedProblems } from './stored-problems.js';
import type { VectorJournal } from './vector-journal.js';
import { writeDocuments } from './write-documents.js';

export interface WriteBuildOptions {
  readonly source: DocumentSource;
  readonly changes: Changes;
  /** What to go on from; without it, the build begins with nothing. */
  readonly base: BaseBuild | undefined;
  readonly policy: IndexPolicy;
  readonly model: EmbeddingModel;
  readonly splitting: Splitting;
  /** Vectors of builds before. */
  readonly kept: readonly KeptVectors[];
  readonly journal: VectorJournal;
  readonly progress: BuildProgress;
}

export interface WrittenBuild {
  /** The SHA-256 of the manifest, which holds that of each file. */
  readonly id: string;
  readonly manifest: Manifest;
  readonly sample: readonly PassageSample[];
  readonly tally: Readonly<EmbeddingTally>;
}

/** Writes the files of a build into an empty folder and flushes them to disk. */
export async function writeBuild(dir: string, options: WriteBuildOptions): Promise<WrittenBuild> {
  const { base, policy, model, progress, journal, source } = options;
  const passagesFile = join(dir, BUILD_FILES.passages);
  const vectorsFile = join(dir, BUILD_FILES.vectors);
  const { dimension } = policy;

  if (base !== undefined)
    await copyFile(join(base.dir, BUILD_FILES.passages), passagesFile, constants.COPYFILE_FICLONE);
  let graph = await openGraph(base, dimension);
  const sampler = createSampler();
  const embedder = createEmbedder(model, eitherOf([...options.kept, journal]), progress);
  const writer = createDatabaseWriter(passagesFile, base === undefined);
  let nextRow: number;
  let counts: IndexCounts;
  let fingerprint: string;
  try {
    nextRow = await writeDocuments({
      ...options,
      writer,
      graph,
      embedder,
      firstRow: base?.manifest.nextRow ?? 0,
      onEmbedded: journal.add,
      onWritten: sampler.add,
    });
    counts = countsOf(writer, source);
    if (isWorn(graph, counts.passages)) graph = linkAnew(writer.database, dimension);
    writer.finish(base === undefined);
    fingerprint = indexFingerprint(policy, documentDigests(writer.database));
  } finally {
    writer.close();
  }
  progress.checkSignal();
  progress.report({ stage: 'write', done: 1, total: 3 });
  await graph.write(vectorsFile);
  const fault = await hnswFileFault(vectorsFile, { count: graph.points, dimension });
  if (fault !== undefined)
    throw new FootnoteError(
      'index_write_failed',
      `${vectorsFile} was not written whole: ${fault}. Free disk space and run \`npm run index\` again.`,
    );
  progress.report({ stage: 'write', done: 2, total: 3 });

  const manifest: Manifest = {
    format: INDEX_FORMAT,
    fingerprint,
    created: new Date().toISOString(),
    modelId: model.id,
    policy,
    counts,
    points: graph.points,
    nextRow,
    files: {
      [BUILD_FILES.passages]: await fileDigest(passagesFile),
      [BUILD_FILES.vectors]: await fileDigest(vectorsFile),
    },
  };
  const manifestFile = join(dir, BUILD_FILES.manifest);
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(manifestFile, manifestText);
  for (const path of [passagesFile, vectorsFile, manifestFile]) await flushToDisk(path);
  await writeSeal(dir, [BUILD_FILES.passages, BUILD_FILES.vectors]);
  await flushToDisk(dir);
  progress.report({ stage: 'write', done: 3, total: 3 });
  return { id: sha256(manifestText), manifest, sample: sampler.sample(), tally: embedder.tally };
}

/** @throws FootnoteError `corpus_invalid` where there is no document or no passage. */
function countsOf({ database }: DatabaseWriter, source: DocumentSource): IndexCounts {
  const count = (table: string) =>
    database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  const counts = {
    documents: count('documents'),
    passages: count('passages'),
    sentences: count('sentences'),
  };
  if (counts.documents === 0) throw source.nothing(storedProblems(database));
  if (counts.passages === 0)
    throw new FootnoteError(
      'corpus_invalid',
      'An index needs at least one passage and the documents hold no text. Put text into the corpus folder.',
    );
  return counts;
}

function documentDigests(database: Connection): IterableIterator<string> {
  return database.prepare<[], string>('SELECT digest FROM documents ORDER BY id').pluck().iterate();
}
