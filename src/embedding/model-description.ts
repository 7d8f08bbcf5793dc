import { z } from 'zod';
import { FootnoteError } from '../errors.js';

/** How token vectors become the text's vector: their mean, or the first token's. */
export type Pooling = 'mean' | 'cls';

/** How a model wants text, beside its weights. */
export interface ModelDescription {
  readonly pooling: Pooling;
  /** Put before a question; often empty. */
  readonly queryPrefix: string;
  /** Put before a passage; often empty. */
  readonly passagePrefix: string;
  /** Tokens, special tokens included, beyond which text is cut. */
  readonly maxTokens: number;
  /** BCP 47 tags the model was made for; null where its card does not say. */
  readonly languages: readonly string[] | null;
}

/**
 * Parsed JSON files of a model by name, as sentence-transformers lays them out, and the front matter of
 * its card, README.md; undefined where absent.
 */
export type ModelFiles = Readonly<Record<string, unknown>>;

const moduleListSchema = z.array(z.object({ type: z.string() }));
const poolingSchema = z.record(z.string(), z.unknown());
const promptsSchema = z.object({
  prompts: z.record(z.string(), z.string().nullable()).default({}),
});
const maxLengthSchema = z.object({ max_seq_length: z.int().min(3).nullish() });
const tokenizerConfigSchema = z.object({ model_max_length: z.number().min(3).nullish() });
const configSchema = z.object({
  model_type: z.string().optional(),
  max_position_embeddings: z.int().min(3).optional(),
  pad_token_id: z.int().min(0).nullish(),
});

const cardSchema = z.object({ language: z.union([z.string(), z.array(z.string())]).nullish() });

/** Where no file states a limit. */
const USUAL_TOKEN_LIMIT = 512;

/** Families that count positions from the one after the padding token's id. */
const POSITIONS_AFTER_PADDING = new Set(['roberta', 'xlm-roberta', 'camembert', 'mpnet']);

/**
 * Reads a model's own configuration files.
 * @throws FootnoteError `model_invalid` where one is malformed or asks for what Footnote cannot do.
 */
export function describeModel(files: ModelFiles, origin: string): ModelDescription {
  const read = <T>(name: string, schema: z.ZodType<T>, absent: unknown): T => {
    const parsed = schema.safeParse(files[name] ?? absent);
    if (parsed.success) return parsed.data;
    throw invalid(origin, `its ${name} is malformed: ${z.prettifyError(parsed.error)}`);
  };
  checkModules(read('modules.json', moduleListSchema, []), origin);
  const { prompts } = read('config_sentence_transformers.json', promptsSchema, {});
  return {
    pooling: poolingOf(read('1_Pooling/config.json', poolingSchema, {}), origin),
    queryPrefix: prompts['query'] ?? '',
    passagePrefix: prompts['passage'] ?? prompts['document'] ?? '',
    maxTokens: tokenLimit(
      read('sentence_bert_config.json', maxLengthSchema, {}).max_seq_length,
      read('tokenizer_config.json', tokenizerConfigSchema, {}).model_max_length,
      read('config.json', configSchema, {}),
    ),
    languages: languageTags(read('README.md', cardSchema, {}).language),
  };
}

/** Every vector is brought to unit length anyway, so a Normalize module asks for nothing more. */
function checkModules(modules: readonly { readonly type: string }[], origin: string): void {
  const foreign = modules.find(({ type }) => !/\.(Transformer|Pooling|Normalize)$/.test(type));
  if (foreign !== undefined)
    throw invalid(origin, `it needs the module ${foreign.type}, which is not supported`);
}

function poolingOf(settings: Readonly<Record<string, unknown>>, origin: string): Pooling {
  const chosen = Object.keys(settings).filter(
    (key) => key.startsWith('pooling_mode_') && settings[key] === true,
  );
  if (chosen.length === 0 || chosen.join() === 'pooling_mode_mean_tokens') return 'mean';
  if (chosen.join() === 'pooling_mode_cls_token') return 'cls';
  throw invalid(
    origin,
    `it wants ${chosen.join(' and ')}, supported are the mean and the first token`,
  );
}

function tokenLimit(
  stated: number | null | undefined,
  tokenizerLimit: number | null | undefined,
  config: z.infer<typeof configSchema>,
): number {
  const reserved = POSITIONS_AFTER_PADDING.has(config.model_type ?? '')
    ? (config.pad_token_id ?? 1) + 1
    : 0;
  const positions = (config.max_position_embeddings ?? Number.POSITIVE_INFINITY) - reserved;
  const limit = Math.min(stated ?? tokenizerLimit ?? Number.POSITIVE_INFINITY, positions);
  // Tokenizers without a limit of their own state 1e30.
  return limit < 1e6 ? limit : USUAL_TOKEN_LIMIT;
}

/** A card names languages by tag; `multilingual` and the like name none. */
function languageTags(stated: string | readonly string[] | null | undefined): string[] | null {
  const tags = [stated ?? []].flat().filter((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag));
  return tags.length > 0 ? tags : null;
}

function invalid(origin: string, why: string): FootnoteError {
  return new FootnoteError('model_invalid', `The model ${origin} cannot be used: ${why}.`);
}
