import { describe, expect, it } from 'vitest';
import { describeModel } from '../../src/embedding/model-description.js';

describe('how a model wants text', () => {
  it('is the mean of up to 512 tokens without prefixes where its files say nothing', () => {
    expect(describeModel({ 'config.json': {} }, 'it')).toEqual({
      pooling: 'mean',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: 512,
      languages: null,
    });
  });

  it('is read from the files of sentence-transformers', () => {
    const files = {
      'config.json': { max_position_embeddings: 512 },
      'modules.json': [
        { type: 'sentence_transformers.models.Transformer' },
        { type: 'sentence_transformers.models.Pooling' },
        { type: 'sentence_transformers.models.Normalize' },
      ],
      '1_Pooling/config.json': { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false },
      'config_sentence_transformers.json': { prompts: { query: 'query: ', document: 'passage: ' } },
      'sentence_bert_config.json': { max_seq_length: 128 },
      'README.md': { language: ['en', 'ko', 'multilingual'] },
    };
    expect(describeModel(files, 'it')).toEqual({
      pooling: 'cls',
      queryPrefix: 'query: ',
      passagePrefix: 'passage: ',
      maxTokens: 128,
      languages: ['en', 'ko'],
    });
  });

  it.each([
    ['the stated length', { max_seq_length: 64 }, { model_max_length: 512 }, {}, 64],
    ["the tokenizer's length", {}, { model_max_length: 384 }, {}, 384],
    ['no limit of 1e30', {}, { model_max_length: 1e30 }, {}, 512],
    ['the positions', { max_seq_length: 9000 }, {}, { max_position_embeddings: 512 }, 512],
    [
      'the positions after padding',
      {},
      {},
      { model_type: 'xlm-roberta', max_position_embeddings: 514, pad_token_id: 1 },
      512,
    ],
  ])('takes its limit from %s', (_what, sentence, tokenizer, config, limit) => {
    const files = {
      'config.json': config,
      'sentence_bert_config.json': sentence,
      'tokenizer_config.json': tokenizer,
    };
    expect(describeModel(files, 'it').maxTokens).toBe(limit);
  });

  it.each([
    [
      'another pooling',
      { '1_Pooling/config.json': { pooling_mode_max_tokens: true } },
      /max_tokens/,
    ],
    [
      'a further layer',
      { 'modules.json': [{ type: 'sentence_transformers.models.Dense' }] },
      /Dense/,
    ],
    ['a malformed file', { 'sentence_bert_config.json': { max_seq_length: 'long' } }, /malformed/],
  ])('is refused with %s', (_what, files, message) => {
    expect(() => describeModel({ 'config.json': {}, ...files }, 'it')).toThrow(message);
  });
});
