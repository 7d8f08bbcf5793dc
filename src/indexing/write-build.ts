import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import { FootnoteError } from '../errors.js';
import type { BuildPlan } from './build-plan.js';
import type { BuildProgress } from './build-progress.js';
import { createDatabaseWriter } from './database-writer.js';
import { embedPlan } from './embed-plan.js';
import { fileDigest, flushToDisk, sha256 } from './file-digest.js';
import { hnswFileFault } from './hnsw-file.js';
import { createHnswBuilder } from './hnsw-vectors.js';
import { BUILD_FILES, INDEX_FORMAT } from './layout.js';
import type { Manifest } from './manifest.js';
import { createSampler, type PassageSample } from './passage-sample.js';
import type { Splitting } from './splitting.js';

export interface WriteBuildOptions {
  readonly plan: BuildPlan;
  readonly fingerprint: string;
  readonly model: EmbeddingModel;
  readonly splitting: Splitting;
  readonly progress: BuildProgress;
}

export interface WrittenBuild {
  /** The SHA-256 of the manifest, which holds that of each file. */
  readonly id: string;
  readonly sample: readonly PassageSample[];
}

/** Writes the files of a build into an empty folder and flushes them to disk. */
export async function writeBuild(dir: string, options: WriteBuildOptions): Promise<WrittenBuild> {
  const { plan, fingerprint, model, splitting, progress } = options;
  const passagesFile = join(dir, BUILD_FILES.passages);
  const vectorsFile = join(dir, BUILD_FILES.vectors);
  const { counts } = plan;

  const sampler = createSampler(counts.passages);
  const graph = createHnswBuilder(model.dimension, counts.passages);
  const database = createDatabaseWriter(passagesFile);
  try {
    database.addDocuments(plan.documents);
    for await (const passages of embedPlan(plan, model, splitting, progress)) {
      database.addPassages(passages);
      for (const passage of passages) {
        graph.add(passage.vector);
        sampler.add(passage);
      }
    }
    database.finish();
  } finally {
    database.close();
  }
  progress.checkSignal();
  progress.report({ stage: 'write', done: 1, total: 3 });
  graph.write(vectorsFile);
  const fault = await hnswFileFault(vectorsFile, {
    count: counts.passages,
    dimension: model.dimension,
  });
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
    model: { id: model.id, fingerprint: model.fingerprint, dimension: model.dimension },
    splitting: splitting.policy,
    counts,
    documents: plan.documents.map(({ document: { id, hash } }) => ({ id, hash })),
    files: {
      [BUILD_FILES.passages]: await fileDigest(passagesFile),
      [BUILD_FILES.vectors]: await fileDigest(vectorsFile),
    },
  };
  const manifestFile = join(dir, BUILD_FILES.manifest);
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(manifestFile, manifestText);
  for (const path of [passagesFile, vectorsFile, manifestFile, dir]) await flushToDisk(path);
  progress.report({ stage: 'write', done: 3, total: 3 });
  return { id: sha256(manifestText), sample: sampler.sample };
}
