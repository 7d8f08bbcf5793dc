import { setTimeout as pause } from 'node:timers/promises';
import { withAnswerCache } from './answering/answer-cache.js';
import { createEngine } from './answering/create-engine.js';
import { createExtractiveReader } from './answering/extractive-reader.js';
import type { Config } from './config.js';
import type { Engine } from './contract/engine.js';
import type { SourceDocument } from './domain/document.js';
import type { Reader } from './domain/reader.js';
import type { Retriever } from './domain/retriever.js';
import type { SearchIndex } from './domain/search-index.js';
import { type LocalModel, openEmbeddingModel } from './embedding/open-embedding-model.js';
import type { DownloadListener } from './embedding/source/download-file.js';
import { FootnoteError } from './errors.js';
import type { BuildIndexResult } from './indexing/build-index.js';
import type { BuildStep } from './indexing/build-progress.js';
import { indexFingerprint } from './indexing/fingerprint.js';
import { openIndex } from './indexing/open-index.js';
import type { DocumentProblem } from './ingest/invalid-document.js';
import type { LoadedCorpus } from './ingest/load-corpus.js';
import { SPLITTING_POLICY } from './ingest/split-document.js';
import { createHybridRetriever } from './retrieval/hybrid-retriever.js';

/** How often to look whether another process has ended its build. */
const LOCK_CHECK_MS = 500;

/** Who is told how the work goes. */
export interface Reporter {
  /** How far a build is. */
  step(step: BuildStep): void;
  /** A file of the corpus that was left out. */
  problem(problem: DocumentProblem): void;
  /** What a person should know although the work goes on. */
  warning(message: string): void;
  /** How far a model's files are fetched. */
  readonly download: DownloadListener;
}

/** Parts of an engine put in the place of those it has, so that what a part is worth can be measured. */
export interface Variation {
  /** What is searched; reading goes on with the whole index. */
  searched?(index: SearchIndex): SearchIndex;
  retriever?(retriever: Retriever): Retriever;
  reader?(reader: Reader): Reader;
}

interface Materials {
  readonly model: LocalModel;
  readonly documents: readonly SourceDocument[];
}

/**
 * Everything from the configuration: opens the model, reads the corpus, builds the index where it is
 * missing, stale or damaged, and joins them to an engine. A corpus folder that is not there is an
 * error even where an index is: better no start than answers from other documents than those named.
 * While another process builds the same index, it waits.
 * @param variation other parts than those the configuration names
 * @throws FootnoteError with the code of the part that failed; nothing stays open then
 */
export async function openEngine(
  config: Config,
  reporter: Reporter,
  signal?: AbortSignal,
  variation: Variation = {},
): Promise<Engine> {
  const found = openWhatIsThere(config);
  const materials = await gather(config, reporter, config.reader === 'extractive').catch(
    async (error: unknown) => {
      await (await found)?.index.close();
      throw error;
    },
  );
  try {
    const index = await upToDate(config, reporter, materials, await found, signal);
    return withAnswerCache(assemble(index, materials.model, variation), config.answersKept);
  } catch (error) {
    await materials.model.close();
    throw error;
  }
}

/**
 * Builds the index where it is missing, stale or damaged.
 * @throws FootnoteError with the code of the part that failed
 */
export async function updateIndex(
  config: Config,
  reporter: Reporter,
  signal?: AbortSignal,
): Promise<BuildIndexResult> {
  const materials = await gather(config, reporter, false);
  try {
    return await build(config, reporter, materials, signal);
  } finally {
    await materials.model.close();
  }
}

/**
 * The documents of the configured corpus as an engine would serve them, without a model or an index.
 * @throws FootnoteError `corpus_invalid` or `document_invalid`
 */
export async function readDocuments(config: Config): Promise<readonly SourceDocument[]> {
  return (await readCorpus(config)).documents;
}

/** The model starts in its threads while the corpus is read here. */
async function gather(config: Config, reporter: Reporter, reads: boolean): Promise<Materials> {
  const [model, corpus] = await Promise.allSettled([
    openEmbeddingModel({
      id: config.embeddingModel,
      precision: config.embeddingPrecision,
      workers: config.embeddingWorkers,
      modelsDir: config.modelsDir,
      hfEndpoint: config.hfEndpoint,
      offline: config.offline,
      reads,
      onDownload: reporter.download,
    }),
    readCorpus(config),
  ]);
  if (corpus.status === 'rejected') {
    if (model.status === 'fulfilled') await model.value.close();
    throw corpus.reason;
  }
  if (model.status === 'rejected') throw model.reason;
  for (const problem of corpus.value.problems) reporter.problem(problem);
  return { model: model.value, documents: corpus.value.documents };
}

/** The parsers are loaded here, once the model's first thread is on its way. */
async function readCorpus({ corpusDir, corpusErrors }: Config): Promise<LoadedCorpus> {
  const { loadCorpus } = await import('./ingest/load-corpus.js');
  return loadCorpus({ corpusDir, onProblem: corpusErrors });
}

interface OpenedIndex {
  readonly index: SearchIndex;
  readonly warnings: readonly string[];
}

/** The index that is there, whatever it holds; undefined where none can be used. */
async function openWhatIsThere({ indexDir }: Config): Promise<OpenedIndex | undefined> {
  const warnings: string[] = [];
  const onWarning = (message: string) => warnings.push(message);
  try {
    return { index: await openIndex(indexDir, { onWarning }), warnings };
  } catch (error) {
    if (error instanceof FootnoteError) return undefined;
    throw error;
  }
}

async function upToDate(
  config: Config,
  reporter: Reporter,
  materials: Materials,
  found: OpenedIndex | undefined,
  signal: AbortSignal | undefined,
): Promise<SearchIndex> {
  const { model, documents } = materials;
  const wanted = indexFingerprint({ documents, model, splittingPolicy: SPLITTING_POLICY });
  if (found?.index.fingerprint === wanted) {
    for (const warning of found.warnings) reporter.warning(warning);
    return found.index;
  }
  await found?.index.close();
  await buildWhenFree(config, reporter, materials, signal);
  const onWarning = (message: string) => reporter.warning(message);
  return openIndex(config.indexDir, { fingerprint: wanted, onWarning });
}

async function buildWhenFree(
  config: Config,
  reporter: Reporter,
  materials: Materials,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let waits = 0; ; waits++) {
    try {
      await build(config, reporter, materials, signal);
      return;
    } catch (error) {
      if (!(error instanceof FootnoteError) || error.code !== 'index_locked') throw error;
      if (waits === 0) reporter.warning(error.message);
      await pause(LOCK_CHECK_MS, undefined, signal === undefined ? {} : { signal });
    }
  }
}

/** Loads what only a build needs when there is one: a start with a fresh index does without. */
async function build(
  config: Config,
  reporter: Reporter,
  { model, documents }: Materials,
  signal: AbortSignal | undefined,
): Promise<BuildIndexResult> {
  const { buildIndex } = await import('./indexing/build-index.js');
  return buildIndex({
    documents,
    indexDir: config.indexDir,
    model,
    onProgress: (step) => reporter.step(step),
    ...(signal === undefined ? {} : { signal }),
  });
}

function assemble(index: SearchIndex, model: LocalModel, variation: Variation): Engine {
  const retriever = createHybridRetriever(variation.searched?.(index) ?? index, model);
  const reader = createExtractiveReader({
    lexical: index.lexical,
    languages: model.languages,
    passageReader: model.passageReader,
  });
  return createEngine({
    index,
    model,
    retriever: variation.retriever?.(retriever) ?? retriever,
    reader: variation.reader?.(reader) ?? reader,
  });
}
