import { z } from 'zod';
import { only, unsupported } from './unsupported.js';

const number = (least: number, most: number) => z.number().min(least).max(most).nullish();
const count = z.int().min(1).nullish();
const text = z.string().nullish();
const yesOrNo = z.boolean().nullish();
const anything = z.unknown().optional();

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
const isNoneOrAuto = (value: unknown) => value === 'none' || value === 'auto';

/**
 * Parameters that steer how a language model writes. An answer is quoted, not written, so they change
 * nothing; they are checked as OpenAI checks them and otherwise ignored.
 */
export const IGNORED_PARAMETERS = {
  temperature: number(0, 2),
  top_p: number(0, 1),
  frequency_penalty: number(-2, 2),
  presence_penalty: number(-2, 2),
  max_tokens: count,
  max_completion_tokens: count,
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  seed: z.int().nullish(),
  logit_bias: z.record(z.string(), z.number()).nullish(),
  user: text,
  safety_identifier: text,
  prompt_cache_key: text,
  prompt_cache_retention: text,
  service_tier: text,
  reasoning_effort: text,
  verbosity: text,
  store: yesOrNo,
  parallel_tool_calls: yesOrNo,
  metadata: z.record(z.string(), z.string()).nullish(),
  prediction: anything,
} as const;

/** Parameters of other servers that speak this protocol; clients of those send them unasked. */
export const FOREIGN_PARAMETERS = {
  top_k: anything,
  min_p: anything,
  typical_p: anything,
  repeat_penalty: anything,
  repetition_penalty: anything,
  num_ctx: anything,
  keep_alive: anything,
  chat_template_kwargs: anything,
} as const;

/** Parameters whose answer a client could not do without, and that are therefore refused. */
export const REFUSED_PARAMETERS = {
  n: only('1', (value) => value === 1),
  tools: unsupported(isEmptyList),
  tool_choice: unsupported(isNoneOrAuto),
  functions: unsupported(isEmptyList),
  function_call: unsupported(isNoneOrAuto),
  response_format: only('{"type": "text"}', (value) => typeOf(value) === 'text'),
  logprobs: only('false', (value) => value === false),
  top_logprobs: unsupported((value) => value === 0),
  modalities: only('["text"]', (value) => JSON.stringify(value) === '["text"]'),
  audio: unsupported(),
  web_search_options: unsupported(),
} as const;

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
}
