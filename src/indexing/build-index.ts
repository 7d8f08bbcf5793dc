import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceDocument } from '../domain/document.js';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { IndexCounts } from '../domain/search-index.js';
import { documentInvalid } from '../ingest/corpus-faults.js';
import type { DocumentProblem } from '../ingest/invalid-document.js';
import { type BaseBuild, findBaseBuild, isOfPolicy } from './base-build.js';
import { lockBuild } from './build-lock.js';
import { type BuildProgress, type BuildStep, createBuildProgress } from './build-progress.js';
import { type Connection, openDatabase } from './database.js';
import { documentList } from './document-list.js';
import type { DocumentSource } from './document-source.js';
import { type Changes, findChanges } from './find-changes.js';
import { type IndexPolicy, indexPolicy } from './fingerprint.js';
import { readPointer } from './index-pointer.js';
import { vectorsOfBuild } from './kept-vectors.js';
import { BUILD_FILES, indexLayout, STAGING_PREFIX } from './layout.js';
import { publishBuild, removeOutdated, removeStaged } from './publish-build.js';
import type { Splitting } from './splitting.js';
import { standardSplitting } from './standard-splitting.js';
import { storedProblems } from './stored-problems.js';
import { openVectorJournal, removeVectorJournal } from './vector-journal.js';
import { verifyBuild } from './verify-build.js';
import { type WrittenBuild, writeBuild } from './write-build.js';
import { asWriteFailure } from './write-failure.js';

export interface UpdateIndexOptions {
  readonly source: DocumentSource;
  /** Made where it is missing. */
  readonly indexDir: string;
  readonly model: EmbeddingModel;
  /** That of `src/ingest` unless given. */
  readonly splitting?: Splitting;
  /** Whether a file that cannot become a document ends the build; otherwise the rest goes on. */
  readonly stopsAtProblems?: boolean;
  readonly onProgress?: (step: BuildStep) => void;
  readonly signal?: AbortSignal;
}

export interface BuildIndexResult {
  readonly fingerprint: string;
  readonly counts: IndexCounts;
  /** False where the index already held exactly these documents, whole, and nothing was done. */
  readonly built: boolean;
  /** Files left out of the index, and why. */
  readonly problems: readonly DocumentProblem[];
  /** Files read, files whose documents went, texts given to the model, and texts whose vectors were there already. */
  readonly work: {
    readonly read: number;
    readonly removed: number;
    readonly embedded: number;
    readonly reused: number;
  };
}

/** Builds the index of documents that are in memory; see `updateIndex`. */
export async function buildIndex({
  documents,
  ...options
}: Omit<UpdateIndexOptions, 'source' | 'stopsAtProblems'> & {
  readonly documents: readonly SourceDocument[];
}): Promise<BuildIndexResult> {
  return updateIndex({ ...options, source: documentList(documents) });
}

/**
 * Brings the index up to what its source holds: reads what changed, embeds what is new, in a copy of the
 * build that serves; verifies it, and switches to it in one step. Killed at any instant, the old index
 * still serves, and the next build need not embed again what this one had embedded.
 * @throws FootnoteError `corpus_invalid`, `document_invalid`, `embedding_failed`, `index_locked`,
 * `index_write_failed` or `cancelled`; the old index is then untouched.
 */
export async function updateIndex(options: UpdateIndexOptions): Promise<BuildIndexResult> {
  const { indexDir, model } = options;
  const splitting = options.splitting ?? standardSplitting;
  const progress = createBuildProgress(options.onProgress, options.signal);
  const task = { ...options, splitting, progress, policy: indexPolicy(model, splitting.policy) };
  const base = await findBaseBuild(indexDir);
  const changes = await changesSince(base, task);
  const same = await unchanged(base, changes, task);
  if (same !== undefined) return same;
  try {
    await mkdir(indexDir, { recursive: true });
    const unlock = await lockBuild(indexDir);
    try {
      const pointer = await readPointer(indexDir).catch(() => undefined);
      if (pointer?.current === base?.id) return await build(base, changes, task);
      // Another build ended since.
      const newer = await findBaseBuild(indexDir);
      const since = await changesSince(newer, task);
      return (await unchanged(newer, since, task)) ?? (await build(newer, since, task));
    } finally {
      unlock();
    }
  } catch (error) {
    throw asWriteFailure(error, indexDir);
  }
}

interface Task extends UpdateIndexOptions {
  readonly splitting: Splitting;
  readonly policy: IndexPolicy;
  readonly progress: BuildProgress;
}

function usable(base: BaseBuild | undefined, { policy }: Task): BaseBuild | undefined {
  return base !== undefined && isOfPolicy(base, policy) ? base : undefined;
}

async function withDatabase<Result>(
  base: BaseBuild | undefined,
  work: (database: Connection | undefined) => Promise<Result>,
): Promise<Result> {
  const database =
    base === undefined ? undefined : openDatabase(join(base.dir, BUILD_FILES.passages));
  try {
    return await work(database);
  } finally {
    database?.close();
  }
}

/** @throws FootnoteError `document_invalid` where problems end the build and there are any */
async function changesSince(base: BaseBuild | undefined, task: Task): Promise<Changes> {
  const { source } = task;
  return withDatabase(usable(base, task), async (database) => {
    const changes = await findChanges(database, source);
    if (task.stopsAtProblems !== true) return changes;
    const gone = new Set(changes.removed);
    const kept = database === undefined ? [] : storedProblems(database);
    const problems = [...changes.problems, ...kept.filter(({ file }) => !gone.has(file))];
    for (const { path } of changes.changed)
      for await (const loaded of source.load(path))
        if ('problem' in loaded) problems.push(loaded.problem);
    if (problems.length > 0) throw documentInvalid(problems);
    return changes;
  });
}

/** What there is to say where nothing is to be done. */
async function unchanged(
  base: BaseBuild | undefined,
  { changed, removed, problems }: Changes,
  task: Task,
): Promise<BuildIndexResult | undefined> {
  const current = usable(base, task);
  if (current === undefined || changed.length > 0 || removed.length > 0) return undefined;
  const pointer = await readPointer(task.indexDir).catch(() => undefined);
  // The build before stands in for a damaged one: a whole one has to take its place.
  if (pointer?.current !== current.id) return undefined;
  const { fingerprint, counts } = current.manifest;
  return withDatabase(current, async (database) => ({
    fingerprint,
    counts,
    built: false,
    problems: [...problems, ...storedProblems(database as Connection)],
    work: { read: 0, removed: 0, embedded: 0, reused: 0 },
  }));
}

async function build(
  before: BaseBuild | undefined,
  changes: Changes,
  task: Task,
): Promise<BuildIndexResult> {
  const { indexDir, progress } = task;
  await removeStaged(indexDir);
  const staging = `${STAGING_PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`;
  const stagingDir = join(indexDir, staging);
  try {
    await mkdir(stagingDir);
    const written = await write(stagingDir, before, changes, task);
    await verifyBuild(stagingDir, written, changes.changed, progress);
    progress.checkSignal();
    const { id, manifest, tally } = written;
    const problems = await withDatabase({ id, dir: stagingDir, manifest }, async (database) =>
      storedProblems(database as Connection),
    );
    const previous = before === undefined || before.id === id ? null : before.id;
    await publishBuild(indexDir, stagingDir, { current: id, previous });
    await removeOutdated(indexDir, { current: id, previous });
    await removeVectorJournal(indexLayout(indexDir).journalFile);
    return {
      fingerprint: manifest.fingerprint,
      counts: manifest.counts,
      built: true,
      problems: [...changes.problems, ...problems],
      work: { read: changes.changed.length, removed: changes.removed.length, ...tally },
    };
  } catch (error) {
    await removeStaged(indexDir);
    throw error;
  }
}

async function write(
  stagingDir: string,
  before: BaseBuild | undefined,
  changes: Changes,
  task: Task,
): Promise<WrittenBuild> {
  const { policy } = task;
  const sameModel = before?.manifest.policy.model === policy.model ? before : undefined;
  const journal = await openVectorJournal(indexLayout(task.indexDir).journalFile, policy);
  try {
    return await withDatabase(sameModel, async (database) =>
      writeBuild(stagingDir, {
        ...task,
        changes,
        base: usable(before, task),
        kept: database === undefined ? [] : [vectorsOfBuild(database, policy.dimension)],
        journal,
      }),
    );
  } finally {
    journal.close();
  }
}
