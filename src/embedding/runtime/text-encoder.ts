import { AutoTokenizer } from '@xenova/transformers';
import type { Pooling } from '../model-description.js';
import type { Precision } from '../precision.js';
import { closingTokens, cutTokens } from './cut-tokens.js';
import { loadModel, modelInputs } from './load-model.js';
import { pooledVector } from './pooling.js';

/** What a thread needs to load a model. */
export interface EncoderOptions {
  /** Absolute path of a prepared model. */
  readonly folder: string;
  readonly precision: Precision;
  readonly pooling: Pooling;
  readonly maxTokens: number;
}

/** A loaded model in this thread. */
export interface TextEncoder {
  readonly dimension: number;
  /** The unit-length vector of one text, its prefix included. */
  encode(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * Characters read for each token of the limit. Words are far shorter; this keeps a text of a
 * million characters from being tokenised only to be cut.
 */
const CHARACTERS_PER_TOKEN = 64;

/**
 * Loads a prepared model. Texts are run one at a time: no padding is computed, a vector cannot
 * depend on its batch mates, and on one thread a batch would be no faster.
 */
export async function openTextEncoder(options: EncoderOptions): Promise<TextEncoder> {
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(options.folder, { local_files_only: true }),
    loadModel(options.folder, options.precision),
  ]);
  const longest = options.maxTokens * CHARACTERS_PER_TOKEN;
  const tokenIds = (text: string): number[] => tokenizer(text, { return_tensor: false }).input_ids;
  const closing = closingTokens(tokenIds(''), tokenIds('a'));

  const encode = async (text: string): Promise<Float32Array> => {
    const ids = cutTokens(tokenIds(text.slice(0, longest)), options.maxTokens, closing);
    const { last_hidden_state: hidden } = await model(modelInputs(ids));
    const vector = pooledVector(hidden.data, hidden.dims[2], options.pooling);
    hidden.dispose();
    return vector;
  };
  const { length: dimension } = await encode('');
  return {
    dimension,
    encode,
    async close() {
      await model.dispose();
    },
  };
}
