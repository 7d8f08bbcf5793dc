import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import {
  type EmbeddingModelOptions,
  openEmbeddingModel,
} from '../../src/embedding/open-embedding-model.js';

/** Opens a model for as long as it is used. Off the network, one thread and 32-bit unless told. */
export async function withModel<T>(
  options: Partial<EmbeddingModelOptions> & Pick<EmbeddingModelOptions, 'id' | 'modelsDir'>,
  use: (model: EmbeddingModel) => Promise<T>,
): Promise<T> {
  const model = await openEmbeddingModel({
    precision: 'fp32',
    workers: 1,
    hfEndpoint: 'http://127.0.0.1:9',
    offline: true,
    ...options,
  });
  try {
    return await use(model);
  } finally {
    await model.close();
  }
}

/** Opens a model, embeds a question with it and closes it. */
export function firstVector(
  options: Parameters<typeof withModel>[0],
  text = 'a fox',
): Promise<Float32Array> {
  return withModel(options, (model) => model.embedQuery(text));
}
