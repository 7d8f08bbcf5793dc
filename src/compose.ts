import { setTimeout as pause } from 'node:timers/promises';
import { withAnswerCache } from './answering/answer-cache.js';
import { createEngine } from './answering/create-engine.js';
import { createExtractiveReader } from './answering/extractive-reader.js';
import type { AnsweringPart } from './answering/parts.js';
import { createChatAssistant, createChatModel } from './chat/create-chat-assistant.js';
import type { Config } from './config.js';
import type { Engine } from './contract/engine.js';
import type { SourceDocument } from './domain/document.js';
import type { PassageReader } from './domain/passage-reader.js';
import type { Reader } from './domain/reader.js';
import type { ReadingAssistant } from './domain/reading-assistant.js';
import type { Retriever } from './domain/retriever.js';
import type { SearchIndex } from './domain/search-index.js';
import { type LocalModel, openEmbeddingModel } from './embedding/open-embedding-model.js';
import type { DownloadListener } from './embedding/source/download-file.js';
import { FootnoteError } from './errors.js';
import { isOfPolicy } from './indexing/base-build.js';
import type { BuildIndexResult } from './indexing/build-index.js';
import type { BuildStep } from './indexing/build-progress.js';
import { documentFolder } from './indexing/document-folder.js';
import { indexPolicy } from './indexing/fingerprint.js';
import { openServingIndex, type ServingIndex } from './indexing/open-index.js';
import { standardSplitting } from './indexing/standard-splitting.js';
import { holdsSource, type Survey, surveyIndex } from './indexing/survey-index.js';
import type { DocumentProblem } from './ingest/invalid-document.js';
import { createHybridRetriever } from './retrieval/hybrid-retriever.js';
import { createLiveEngine } from './upkeep/live-engine.js';
import { givesOrders } from './verification/orders.js';
import { createSentenceVerifier } from './verification/sentence-verifier.js';

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
  /** The model that reads passages. */
  passageReader?(reader: PassageReader): PassageReader;
  /** What is done without. */
  readonly without?: readonly AnsweringPart[];
}

/** An engine that can go over to an index that was built since. */
export interface ServingEngine {
  readonly engine: Engine;
  /** The build that answers now. */
  buildId(): string;
  /** Whether it holds what the documents are now. */
  isFresh(): Promise<boolean>;
  /**
   * Has the index that is there now answer; questions under way end on the index they began with.
   * @throws FootnoteError where that index cannot be used: what answered goes on answering
   */
  reopen(): Promise<void>;
}

/**
 * Everything from the configuration: opens the model, compares the corpus with the index, builds the
 * index where it is missing, stale or damaged, and joins them to an engine. A corpus folder that is not
 * there is an error even where an index is: better no start than answers from other documents than
 * those named. While another process builds the same index, it waits.
 * @param variation other parts than those the configuration names
 * @throws FootnoteError with the code of the part that failed; nothing stays open then
 */
export async function openServingEngine(
  config: Config,
  reporter: Reporter,
  signal?: AbortSignal,
  variation: Variation = {},
): Promise<ServingEngine> {
  const { model, survey } = await gather(config, reporter);
  try {
    const first = await upToDate(config, reporter, model, survey, signal);
    let { build } = first;
    const assistance = chatAssistance(config);
    const serve = (index: SearchIndex) =>
      assemble(index, model, variation, assistance(index, model));
    const live = createLiveEngine(serve(first.index));
    return {
      engine: {
        ...withAnswerCache(live, config.answersKept),
        close: async () => {
          await live.close();
          await model.close();
        },
      },
      buildId: () => build.id,
      isFresh: () => holdsSource(build, documentFolder(config.corpusDir)),
      reopen: async () => {
        const next = await openServingIndex(config.indexDir, {
          modelFingerprint: model.fingerprint,
          dimension: model.dimension,
          onWarning: reporter.warning,
        });
        build = next.build;
        live.switchTo(serve(next.index));
      },
    };
  } catch (error) {
    await model.close();
    throw error;
  }
}

/** The engine of `openServingEngine`, for those who stay with one index. */
export async function openEngine(
  config: Config,
  reporter: Reporter,
  signal?: AbortSignal,
  variation?: Variation,
): Promise<Engine> {
  return (await openServingEngine(config, reporter, signal, variation)).engine;
}

/** Brings an index up to date, again and again where wanted. */
export interface IndexUpdater {
  /** @throws FootnoteError with the code of the part that failed */
  update(signal?: AbortSignal): Promise<BuildIndexResult>;
  close(): Promise<void>;
}

/** @throws FootnoteError where the model cannot be had */
export async function openUpdater(config: Config, reporter: Reporter): Promise<IndexUpdater> {
  const model = await openModel(config, reporter, false);
  return {
    update: (signal) => build(config, reporter, model, signal),
    close: () => model.close(),
  };
}

/**
 * The documents of the configured corpus as an engine would serve them, without a model or an index.
 * @throws FootnoteError `corpus_invalid` or `document_invalid`
 */
export async function readDocuments({
  corpusDir,
  corpusErrors,
}: Config): Promise<readonly SourceDocument[]> {
  const { loadCorpus } = await import('./ingest/load-corpus.js');
  return (await loadCorpus({ corpusDir, onProblem: corpusErrors })).documents;
}

interface Materials {
  readonly model: LocalModel;
  readonly survey: Survey | undefined;
}

/** The model starts in its threads while index and corpus are looked at here. */
async function gather(config: Config, reporter: Reporter): Promise<Materials> {
  const [model, survey] = await Promise.allSettled([
    openModel(config, reporter, config.reader === 'extractive'),
    surveyIndex(config.indexDir, documentFolder(config.corpusDir)),
  ]);
  if (survey.status === 'rejected') {
    if (model.status === 'fulfilled') await model.value.close();
    throw survey.reason;
  }
  if (model.status === 'rejected') {
    await survey.value?.index.close();
    throw model.reason;
  }
  return { model: model.value, survey: survey.value };
}

function openModel(config: Config, reporter: Reporter, reads: boolean): Promise<LocalModel> {
  return openEmbeddingModel({
    id: config.embeddingModel,
    precision: config.embeddingPrecision,
    workers: config.embeddingWorkers,
    modelsDir: config.modelsDir,
    hfEndpoint: config.hfEndpoint,
    offline: config.offline,
    reads,
    onDownload: reporter.download,
  });
}

async function upToDate(
  config: Config,
  reporter: Reporter,
  model: LocalModel,
  survey: Survey | undefined,
  signal: AbortSignal | undefined,
): Promise<ServingIndex> {
  if (survey !== undefined && isFresh(survey, config, model)) {
    for (const warning of survey.warnings) reporter.warning(warning);
    for (const problem of survey.problems) reporter.problem(problem);
    return survey;
  }
  await survey?.index.close();
  for (const warning of survey?.warnings ?? []) reporter.warning(warning);
  const { fingerprint } = await buildWhenFree(config, reporter, model, signal);
  return openServingIndex(config.indexDir, { fingerprint, onWarning: reporter.warning });
}

function isFresh(survey: Survey, { corpusErrors }: Config, model: LocalModel): boolean {
  const policy = indexPolicy(model, standardSplitting.policy);
  const isRefused = corpusErrors === 'stop' && survey.problems.length > 0;
  return survey.holdsSource && !isRefused && isOfPolicy(survey.build, policy);
}

async function buildWhenFree(
  config: Config,
  reporter: Reporter,
  model: LocalModel,
  signal: AbortSignal | undefined,
): Promise<BuildIndexResult> {
  for (let waits = 0; ; waits++) {
    try {
      return await build(config, reporter, model, signal);
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
  model: LocalModel,
  signal: AbortSignal | undefined,
): Promise<BuildIndexResult> {
  const { updateIndex } = await import('./indexing/build-index.js');
  const result = await updateIndex({
    source: documentFolder(config.corpusDir),
    indexDir: config.indexDir,
    model,
    stopsAtProblems: config.corpusErrors === 'stop',
    onProgress: (step) => reporter.step(step),
    ...(signal === undefined ? {} : { signal }),
  });
  for (const problem of result.problems) reporter.problem(problem);
  return result;
}

/** An engine over one index. The model outlives it. */
function assemble(
  index: SearchIndex,
  shared: LocalModel,
  variation: Variation,
  assistant: ReadingAssistant | undefined,
): Engine {
  const model = { ...shared, close: async () => undefined };
  const retriever = createHybridRetriever(variation.searched?.(index) ?? index, model);
  const leftOut = new Set(variation.without);
  const reader = createExtractiveReader({
    lexical: index.lexical,
    languages: model.languages,
    passageReader:
      model.passageReader === null
        ? null
        : (variation.passageReader?.(model.passageReader) ?? model.passageReader),
    leftOut,
  });
  return createEngine({
    index,
    model,
    retriever: variation.retriever?.(retriever) ?? retriever,
    reader: variation.reader?.(reader) ?? reader,
    assistant,
    leftOut,
  });
}

/** Help of the chat model for whatever index answers; none where none is configured. */
function chatAssistance({ chat, askTimeoutMs }: Config) {
  const settings = chat === null ? null : { ...chat, questionMs: askTimeoutMs };
  const chatModel = settings === null ? null : createChatModel(settings);
  return ({ store }: SearchIndex, model: LocalModel): ReadingAssistant | undefined =>
    settings === null || chatModel === null
      ? undefined
      : createChatAssistant({
          settings,
          model: chatModel,
          verifier: createSentenceVerifier({ store, model }),
          givesOrders,
        });
}
