import { z } from 'zod';
import { FootnoteError } from '../../errors.js';

const bertConfigSchema = z.object({
  model_type: z.literal('bert'),
  hidden_act: z.literal('gelu'),
  hidden_size: z.int().min(1),
  intermediate_size: z.int().min(1),
  layer_norm_eps: z.number().positive(),
  max_position_embeddings: z.int().min(1),
  num_attention_heads: z.int().min(1),
  num_hidden_layers: z.int().min(1),
  position_embedding_type: z.literal('absolute').default('absolute'),
  type_vocab_size: z.int().min(1),
  vocab_size: z.int().min(1),
});

/** Sizes of a BERT encoder, as its config.json states them. */
export type BertConfig = z.infer<typeof bertConfigSchema>;

/**
 * Checks that a config.json describes the kind of BERT our own converter writes.
 * @throws FootnoteError `model_invalid` naming what differs.
 */
export function parseBertConfig(config: unknown, origin: string): BertConfig {
  const parsed = bertConfigSchema.safeParse(config);
  if (parsed.success && parsed.data.hidden_size % parsed.data.num_attention_heads === 0)
    return parsed.data;
  const why = parsed.success
    ? 'hidden_size is no multiple of its heads'
    : z.prettifyError(parsed.error);
  throw new FootnoteError(
    'model_invalid',
    `${origin} is not a BERT encoder that can be converted: ${why}. Use a model that brings onnx/model.onnx.`,
  );
}
