import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { convertWeights } from '../../src/embedding/folder/convert-weights.js';
import { ONNX_FILE, type Precision } from '../../src/embedding/precision.js';
import { type FileTensor, float32Tensor, safetensorsFile } from './safetensors-file.js';

const WORDS = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  '[MASK]',
  ...'abcdefghijklmnopqrstuvwxyz',
  'fox',
  'dog',
  'bridge',
  'query',
  'passage',
  ':',
];
const HIDDEN = 32;
const INNER = 64;

export const TINY_CONFIG = {
  model_type: 'bert',
  hidden_act: 'gelu',
  hidden_size: HIDDEN,
  intermediate_size: INNER,
  layer_norm_eps: 1e-12,
  max_position_embeddings: 40,
  num_attention_heads: 4,
  num_hidden_layers: 1,
  type_vocab_size: 2,
  vocab_size: WORDS.length,
  architectures: ['BertModel'],
};

const TOKENIZER = {
  version: '1.0',
  truncation: { max_length: 4, strategy: 'LongestFirst', stride: 0 },
  padding: {
    strategy: { Fixed: 4 },
    direction: 'Right',
    pad_id: 0,
    pad_type_id: 0,
    pad_token: '[PAD]',
  },
  added_tokens: WORDS.slice(0, 5).map((content, id) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [],
    special_tokens: {
      '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
      '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
    },
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
  },
};

function tokenizerOf(words: readonly string[]) {
  return {
    ...TOKENIZER,
    normalizer: { ...TOKENIZER.normalizer, strip_accents: false },
    model: { ...TOKENIZER.model, vocab: Object.fromEntries(words.map((word, id) => [word, id])) },
  };
}

/** A repeatable stream of numbers between -1 and 1 (linear congruence, Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Random weights of a BERT of one layer; another seed gives another model. */
function tinyWeights(seed = 1, config = TINY_CONFIG): Uint8Array {
  const next = numbers(seed);
  const tensors: Record<string, FileTensor> = {};
  const random = (name: string, shape: readonly number[], centre = 0) => {
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    tensors[name] = float32Tensor(
      shape,
      values.map(() => centre + next() * 0.5),
    );
  };
  const normalisation = (name: string) => {
    random(`${name}.LayerNorm.weight`, [HIDDEN], 1);
    random(`${name}.LayerNorm.bias`, [HIDDEN]);
  };
  const linear = (name: string, outputs: number, inputs: number) => {
    random(`${name}.weight`, [outputs, inputs]);
    random(`${name}.bias`, [outputs]);
  };
  random('embeddings.word_embeddings.weight', [config.vocab_size, HIDDEN]);
  random('embeddings.position_embeddings.weight', [config.max_position_embeddings, HIDDEN]);
  random('embeddings.token_type_embeddings.weight', [2, HIDDEN]);
  normalisation('embeddings');
  const layer = 'encoder.layer.0';
  for (const kind of ['query', 'key', 'value'])
    linear(`${layer}.attention.self.${kind}`, HIDDEN, HIDDEN);
  linear(`${layer}.attention.output.dense`, HIDDEN, HIDDEN);
  normalisation(`${layer}.attention.output`);
  linear(`${layer}.intermediate.dense`, INNER, HIDDEN);
  linear(`${layer}.output.dense`, HIDDEN, INNER);
  normalisation(`${layer}.output`);
  return safetensorsFile(tensors);
}

export interface TinyModelOptions {
  readonly seed?: number;
  /** ONNX files to bring; none unless given. */
  readonly onnx?: readonly Precision[];
  /** Whether to bring model.safetensors; true unless given. */
  readonly safetensors?: boolean;
  /** What it knows besides the special tokens, accents kept; a few English words unless given. */
  readonly words?: readonly string[];
  /** Tokens beyond which text is cut; 40 unless given. */
  readonly maxTokens?: number;
  /** Further files, or null for one to leave out. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** Writes a small model as a Hugging Face repository lays it out. Objects are written as JSON. */
export async function writeTinyModel(
  folder: string,
  options: TinyModelOptions = {},
): Promise<void> {
  const words = options.words === undefined ? WORDS : [...WORDS.slice(0, 5), ...options.words];
  const config = {
    ...TINY_CONFIG,
    vocab_size: words.length,
    max_position_embeddings: options.maxTokens ?? TINY_CONFIG.max_position_embeddings,
  };
  const weights = tinyWeights(options.seed, config);
  const files: Record<string, unknown> = {
    'config.json': config,
    'tokenizer.json': options.words === undefined ? TOKENIZER : tokenizerOf(words),
    ...options.files,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  const safetensors = join(folder, 'model.safetensors');
  await writeFile(safetensors, weights);
  for (const precision of options.onnx ?? []) {
    const target = join(folder, ONNX_FILE[precision]);
    await mkdir(dirname(target), { recursive: true });
    await convertWeights(safetensors, null, config, precision, target);
  }
  if (options.safetensors === false) await rm(safetensors);
}
