import { z } from 'zod';
import { FootnoteError } from '../../errors.js';

const tokenizerSchema = z.looseObject({
  added_tokens: z.array(z.looseObject({ content: z.string() })).default([]),
});

/** The special tokens of BERT, by the names the library asks for them under. */
const SPECIAL_TOKENS = {
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  cls_token: '[CLS]',
  sep_token: '[SEP]',
  mask_token: '[MASK]',
} as const;

/**
 * A tokenizer.json without padding and truncation of its own: texts come one at a time, unpadded,
 * and are cut at the model's limit.
 * @throws FootnoteError `model_invalid` where it is not a tokenizer's.
 */
export function plainTokenizer(tokenizer: unknown, origin: string): Record<string, unknown> {
  const parsed = tokenizerSchema.safeParse(tokenizer);
  if (parsed.success) return { ...parsed.data, padding: null, truncation: null };
  throw new FootnoteError(
    'model_invalid',
    `The tokenizer.json of ${origin} is malformed: ${z.prettifyError(parsed.error)}.`,
  );
}

/** A tokenizer_config.json for a model that brings none: names those of BERT's special tokens it has. */
export function bertTokenizerConfig(tokenizer: Record<string, unknown>): Record<string, string> {
  const { added_tokens: added } = tokenizerSchema.parse(tokenizer);
  const known = new Set(added.map(({ content }) => content));
  const named = Object.entries(SPECIAL_TOKENS).filter(([, token]) => known.has(token));
  return { tokenizer_class: 'BertTokenizer', ...Object.fromEntries(named) };
}
