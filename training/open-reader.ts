import { join } from 'node:path';
import type { Config } from '../src/config.js';
import { openEmbeddingModel } from '../src/embedding/open-embedding-model.js';
import { rememberingReader } from './read-closely.js';

/** The embedding model and the reader that ship; what the reader says is kept in the folder. Closing the model closes both. */
export async function openReader(config: Config, folder: string) {
  const model = await openEmbeddingModel({
    id: config.embeddingModel,
    precision: config.embeddingPrecision,
    workers: config.embeddingWorkers,
    modelsDir: config.modelsDir,
    hfEndpoint: config.hfEndpoint,
    offline: true,
    reads: true,
  });
  if (model.passageReader === null) throw new Error('The reader was not opened.');
  const file = `readings-${model.passageReader.fingerprint.slice(-12)}.jsonl`;
  return { model, reader: rememberingReader(model.passageReader, join(folder, file)) };
}
