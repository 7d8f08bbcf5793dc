import { AutoModel, env, type PreTrainedModel, Tensor } from '@xenova/transformers';
import { LIBRARY_DTYPE, type Precision } from '../precision.js';

/** Loads the model of a prepared folder, for one thread. */
export async function loadModel(folder: string, precision: Precision): Promise<PreTrainedModel> {
  env.allowRemoteModels = false;
  return AutoModel.from_pretrained(folder, {
    local_files_only: true,
    dtype: LIBRARY_DTYPE[precision],
    device: 'cpu',
    // Threads of one session that compete for a core spin; the pool has one session a thread instead.
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
}

/** One text without padding; the library passes on what the model asks for. `kinds` are all 0 unless given. */
export function modelInputs(
  ids: readonly number[],
  kinds?: readonly number[],
): Record<string, Tensor> {
  const integers = (values: BigInt64Array) => new Tensor('int64', values, [1, ids.length]);
  return {
    input_ids: integers(BigInt64Array.from(ids, BigInt)),
    attention_mask: integers(new BigInt64Array(ids.length).fill(1n)),
    token_type_ids: integers(
      kinds === undefined ? new BigInt64Array(ids.length) : BigInt64Array.from(kinds, BigInt),
    ),
  };
}
