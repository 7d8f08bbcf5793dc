import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PassageReader } from '../../domain/passage-reader.js';
import { FootnoteError } from '../../errors.js';
import { prepareModel } from '../folder/prepare-model.js';
import type { ThreadPool } from '../runtime/thread-pool.js';
import type { WorkerTask } from '../runtime/worker-messages.js';
import { npmPackageSource } from '../source/npm-package-source.js';
import type { ReadingOptions } from './open-sentence-reader.js';
import { unpackReadings } from './packed-readings.js';

/** Where the trained layers lie below the root of the package. */
const READER_FILE = join('models', 'reader-minilm', 'reader.safetensors');
/** SHA-256 of that file. */
const READER_SHA256 = '62f78f9ae4a7e6fc25c2b351cee53f076384df6de25b42fb291fb1e0d81a69cd';
const READER = 'the reader that ships';
/** Tokens of question and passage together that it was trained with at most. */
const MOST_TOKENS = 256;
const LANGUAGES = ['en'];

/** A reader ready to be loaded. */
export interface PreparedReader extends ReadingOptions {
  readonly fingerprint: string;
}

/**
 * Converts the reader that ships, where that has not been done: the encoder of the embedding model
 * with layers trained to read question and passage together.
 * @throws FootnoteError `model_unavailable` or `model_invalid`
 */
export async function prepareReader(
  modelsDir: string,
  file: string = readerFile(),
  sha256: string = READER_SHA256,
): Promise<PreparedReader> {
  await checkReader(file, sha256);
  const base = npmPackageSource();
  const key = `reader-${sha256.slice(0, 12)}`;
  const source = { key, copy: base.copy, additions: { path: file, sha256 } };
  const { folder, weightsHash } = await prepareModel(READER, source, 'int8', modelsDir);
  const fingerprint = createHash('sha256').update(`${weightsHash} ${MOST_TOKENS}`).digest('hex');
  return {
    folder,
    precision: 'int8',
    maxTokens: MOST_TOKENS,
    fingerprint: `sha256-${fingerprint}`,
  };
}

/** The reader of a pool whose threads have one. Passages are spread over the threads, before anything that is embedded for an index. */
export function readerOver(pool: ThreadPool<WorkerTask>, fingerprint: string): PassageReader {
  return {
    fingerprint,
    languages: LANGUAGES,
    async read(question, passages, { signal } = {}) {
      return Promise.all(
        passages.map(async (passage) =>
          unpackReadings(await pool.run({ kind: 'read', question, passage }, 'query', signal)),
        ),
      );
    },
  };
}

/** Sources and the bundle lie at different depths below the folder of the package. */
function readerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = /^(.*)[\\/](?:src|dist)[\\/]/.exec(`${here}/`)?.[1] ?? here;
  return join(root, READER_FILE);
}

async function checkReader(file: string, sha256: string): Promise<void> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new FootnoteError(
      'model_unavailable',
      `${READER_FILE} cannot be read. Restore it from the repository, or set READER to extractive-light.`,
      { cause },
    );
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === sha256) return;
  throw new FootnoteError(
    'model_invalid',
    `${READER_FILE} has SHA-256 ${found}, wanted ${sha256}. Restore it from the repository, or set READER to extractive-light.`,
  );
}
