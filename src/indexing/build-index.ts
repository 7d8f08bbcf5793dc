import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceDocument } from '../domain/document.js';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { IndexCounts } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import { lockBuild } from './build-lock.js';
import { planBuild } from './build-plan.js';
import { type BuildProgress, type BuildStep, createBuildProgress } from './build-progress.js';
import { indexFingerprint } from './fingerprint.js';
import { type IndexPointer, readPointer } from './index-pointer.js';
import { indexLayout, STAGING_PREFIX } from './layout.js';
import { checkBuild } from './open-build.js';
import { publishBuild, removeOutdated, removeStaged } from './publish-build.js';
import type { Splitting } from './splitting.js';
import { standardSplitting } from './standard-splitting.js';
import { verifyBuild } from './verify-build.js';
import { writeBuild } from './write-build.js';
import { asWriteFailure } from './write-failure.js';

export interface BuildIndexOptions {
  /** In any order; each id once. */
  readonly documents: readonly SourceDocument[];
  /** Made where it is missing. */
  readonly indexDir: string;
  readonly model: EmbeddingModel;
  /** That of `src/ingest` unless given. */
  readonly splitting?: Splitting;
  readonly onProgress?: (step: BuildStep) => void;
  readonly signal?: AbortSignal;
}

export interface BuildIndexResult {
  readonly fingerprint: string;
  readonly counts: IndexCounts;
  /** False where the index already held exactly these documents, whole, and nothing was done. */
  readonly built: boolean;
}

/**
 * Builds the index of documents in a folder beside the one that serves, verifies it, and switches to
 * it in one step; killed at any instant, the old index still serves.
 * @throws FootnoteError `corpus_invalid`, `document_invalid`, `embedding_failed`, `index_locked`,
 * `index_write_failed` or `cancelled`; the old index is then untouched.
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const { documents, indexDir, model, splitting = standardSplitting } = options;
  const progress = createBuildProgress(options.onProgress, options.signal);
  const fingerprint = indexFingerprint({ documents, model, splittingPolicy: splitting.policy });
  const found = await currentCounts(indexDir, fingerprint);
  if (found !== undefined) return { fingerprint, counts: found, built: false };
  try {
    await mkdir(indexDir, { recursive: true });
    const unlock = await lockBuild(indexDir);
    try {
      const meanwhile = await currentCounts(indexDir, fingerprint);
      if (meanwhile !== undefined) return { fingerprint, counts: meanwhile, built: false };
      const counts = await build({ ...options, splitting }, fingerprint, progress);
      return { fingerprint, counts, built: true };
    } finally {
      unlock();
    }
  } catch (error) {
    throw asWriteFailure(error, indexDir);
  }
}

async function build(
  { documents, indexDir, model, splitting }: BuildIndexOptions & { readonly splitting: Splitting },
  fingerprint: string,
  progress: BuildProgress,
): Promise<IndexCounts> {
  const before = await wholeBuild(indexDir);
  await removeStaged(indexDir);
  const staging = `${STAGING_PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`;
  const stagingDir = join(indexDir, staging);
  try {
    const plan = await planBuild(documents, splitting, progress);
    await mkdir(stagingDir);
    const written = await writeBuild(stagingDir, { plan, fingerprint, model, splitting, progress });
    await verifyBuild(stagingDir, written.id, plan, written.sample, progress);
    progress.checkSignal();
    const pointer = { current: written.id, previous: before ?? null };
    await publishBuild(indexDir, stagingDir, pointer);
    await removeOutdated(indexDir, pointer);
    return plan.counts;
  } catch (error) {
    await removeStaged(indexDir);
    throw error;
  }
}

/** What the index that serves holds, if it is whole and has this fingerprint. */
async function currentCounts(
  indexDir: string,
  fingerprint: string,
): Promise<IndexCounts | undefined> {
  const pointer = await namedBuilds(indexDir);
  if (pointer === undefined) return undefined;
  const dir = join(indexLayout(indexDir).buildsDir, pointer.current);
  return notUsable(checkBuild(dir, pointer.current, { fingerprint }).then(({ counts }) => counts));
}

/** The build that serves, whatever it holds, or the one before where that is damaged. */
async function wholeBuild(indexDir: string): Promise<string | undefined> {
  const pointer = await namedBuilds(indexDir);
  for (const id of [pointer?.current, pointer?.previous]) {
    if (typeof id !== 'string') continue;
    const dir = join(indexLayout(indexDir).buildsDir, id);
    if ((await notUsable(checkBuild(dir, id))) !== undefined) return id;
  }
  return undefined;
}

async function namedBuilds(indexDir: string): Promise<IndexPointer | undefined> {
  return notUsable(readPointer(indexDir));
}

/** Undefined where an index is refused: a build replaces it. */
async function notUsable<Value>(checked: Promise<Value>): Promise<Value | undefined> {
  return checked.catch((error: unknown) => {
    if (error instanceof FootnoteError) return undefined;
    throw error;
  });
}
