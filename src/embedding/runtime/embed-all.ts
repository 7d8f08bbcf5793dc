import { setMaxListeners } from 'node:events';
import type { EmbedOptions } from '../../domain/embedding-model.js';
import { checkedVectors } from './checked-vectors.js';
import type { ThreadPool } from './thread-pool.js';
import { workItems } from './work-items.js';
import type { WorkerTask } from './worker-messages.js';

/**
 * Embeds many texts, spread over the threads of a pool.
 * @param texts Their prefix included.
 * @returns One vector per text, in their order.
 * @throws FootnoteError as the pool does; what is still in line is taken out of it.
 */
export async function embedAll(
  pool: ThreadPool<WorkerTask>,
  texts: readonly string[],
  { signal, onProgress }: EmbedOptions,
): Promise<Float32Array[]> {
  const result: Float32Array[] = new Array(texts.length);
  const failure = new AbortController();
  const either = signal === undefined ? failure.signal : AbortSignal.any([signal, failure.signal]);
  // One listener for each item in line, more than Node takes for intended.
  setMaxListeners(0, either);
  let done = 0;
  const running = workItems(texts).map(async (item) => {
    const vectors = await pool.run({ kind: 'embed', texts: item.texts }, 'passage', either);
    for (const [index, vector] of checkedVectors(
      vectors,
      item.texts.length,
      pool.dimension,
    ).entries())
      result[item.places[index] as number] = vector;
    done += item.texts.length;
    onProgress?.(done);
  });
  try {
    await Promise.all(running);
  } catch (cause) {
    failure.abort(cause);
    throw cause;
  }
  return result;
}
