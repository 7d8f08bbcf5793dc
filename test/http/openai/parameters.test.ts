import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FOREIGN_PARAMETERS,
  IGNORED_PARAMETERS,
  REFUSED_PARAMETERS,
} from '../../../src/http/openai/parameters.js';
import { ANSWERED } from '../samples.js';
import { createTestApp } from '../test-app.js';
import { chatBody, engineThatAnswers } from './asked.js';

const user = (content: unknown) => ({ messages: [{ role: 'user', content }] });
const IMAGE = { type: 'image_url', image_url: { url: 'https://example.org/a.png' } };

async function send(changes: Readonly<Record<string, unknown>>) {
  const engine = engineThatAnswers(ANSWERED);
  const response = await createTestApp({ engine }).post('/v1/chat/completions', chatBody(changes));
  const body = (await response.json()) as { error?: { message: string; [field: string]: unknown } };
  return { engine, status: response.status, error: body.error };
}

/** What each ignored parameter may hold. */
const IGNORED: Readonly<Record<keyof typeof IGNORED_PARAMETERS, unknown>> = {
  temperature: 0.7,
  top_p: 1,
  frequency_penalty: -2,
  presence_penalty: 2,
  max_tokens: 1,
  max_completion_tokens: 100,
  stop: ['\n'],
  seed: 7,
  logit_bias: { '50256': -100 },
  user: 'someone',
  safety_identifier: 'someone',
  prompt_cache_key: 'key',
  prompt_cache_retention: '24h',
  service_tier: 'auto',
  reasoning_effort: 'low',
  verbosity: 'low',
  store: true,
  parallel_tool_calls: false,
  metadata: { run: 'a' },
  prediction: { type: 'content', content: 'a' },
};

/** What is refused of each refused parameter, why, and what of it is not. */
const REFUSED: Readonly<Record<keyof typeof REFUSED_PARAMETERS, [unknown, string, unknown]>> = {
  n: [2, 'unsupported_value', 1],
  tools: [[{ type: 'function' }], 'unsupported_parameter', []],
  tool_choice: ['required', 'unsupported_parameter', 'auto'],
  functions: [[{ name: 'look' }], 'unsupported_parameter', []],
  function_call: [{ name: 'look' }, 'unsupported_parameter', 'none'],
  response_format: [{ type: 'json_object' }, 'unsupported_value', { type: 'text' }],
  logprobs: [true, 'unsupported_value', false],
  top_logprobs: [3, 'unsupported_parameter', 0],
  modalities: [['text', 'audio'], 'unsupported_value', ['text']],
  audio: [{ voice: 'a', format: 'mp3' }, 'unsupported_parameter', null],
  web_search_options: [{}, 'unsupported_parameter', null],
};

describe('parameters that steer a language model', () => {
  it.each(Object.entries(IGNORED))('%s changes nothing', async (name, value) => {
    for (const given of [value, null]) {
      const { engine, status } = await send({ [name]: given });
      expect(status).toBe(200);
      expect(engine.calls[0]?.input).toEqual({ question: chatBody().messages[0]?.content });
    }
  });

  it('are all listed in the documentation, each under what becomes of it', () => {
    const text = readFileSync('docs/clients.md', 'utf8');
    for (const [row, parameters] of [
      ['ignored, but checked', IGNORED_PARAMETERS],
      ['ignored, of other servers', FOREIGN_PARAMETERS],
      ['refused', REFUSED_PARAMETERS],
    ] as const) {
      const line = text.split('\n').find((one) => one.startsWith(`| ${row}`));
      for (const name of Object.keys(parameters)) expect(line).toContain(`\`${name}\``);
    }
  });

  it('are all tried here', () => {
    expect(Object.keys(IGNORED).sort()).toEqual(Object.keys(IGNORED_PARAMETERS).sort());
    expect(Object.keys(REFUSED).sort()).toEqual(Object.keys(REFUSED_PARAMETERS).sort());
  });

  it.each(Object.keys(FOREIGN_PARAMETERS))('%s of other servers is let pass', async (name) => {
    expect((await send({ [name]: 1 })).status).toBe(200);
  });

  it.each([
    ['temperature', 2.1, 'number_above_max_value'],
    ['temperature', 'hot', 'invalid_type'],
    ['max_tokens', 0, 'number_below_min_value'],
    ['seed', 1.5, 'invalid_type'],
    ['stop', ['1', '2', '3', '4', '5'], 'array_above_max_length'],
    ['stop', 7, 'invalid_type'],
  ])('%s of %j is refused as OpenAI does', async (param, value, code) => {
    const { status, error } = await send({ [param]: value });
    expect(status).toBe(400);
    expect(error).toMatchObject({ type: 'invalid_request_error', param, code });
  });
});

describe('parameters whose effect a client could not do without', () => {
  it.each(Object.entries(REFUSED))(
    '%s is refused, but for what asks for nothing',
    async (param, [value, code, harmless]) => {
      const { engine, status, error } = await send({ [param]: value });
      expect(status).toBe(400);
      expect(error).toMatchObject({ type: 'invalid_request_error', param, code });
      expect(error?.message).toContain(`'${param}'`);
      expect(engine.calls).toEqual([]);
      expect((await send({ [param]: harmless })).status).toBe(200);
      expect((await send({ [param]: null })).status).toBe(200);
    },
  );

  it('and those nobody knows are refused too', async () => {
    const { error } = await send({ temprature: 0 });
    expect(error).toEqual({
      message: "Unknown parameter: 'temprature'.",
      type: 'invalid_request_error',
      param: 'temprature',
      code: 'unknown_parameter',
    });
  });
});

describe('conversations that are none', () => {
  it.each([
    ['no model', { model: undefined }, 'model', 'missing_required_parameter'],
    ['no messages', { messages: undefined }, 'messages', 'missing_required_parameter'],
    ['no list', { messages: 'hello' }, 'messages', 'invalid_type'],
    ['an empty list', { messages: [] }, 'messages', 'empty_array'],
    ['no question', { messages: [{ role: 'system', content: 'a' }] }, 'messages', 'invalid_value'],
    ['no role', { messages: [{ content: 'a' }] }, 'messages[0].role', 'invalid_value'],
    ['a tool', { messages: [{ role: 'tool', content: 'a' }] }, 'messages[0].role', 'invalid_value'],
    ['no content', { messages: [{ role: 'user' }] }, 'messages[0].content', 'invalid_value'],
    ['null', user(null), 'messages[0].content', 'invalid_value'],
    ['a number', user(7), 'messages[0].content', 'invalid_type'],
    ['only blanks', user(' \n'), 'messages[0].content', 'invalid_value'],
    [
      'too long a question',
      user('x'.repeat(2001)),
      'messages[0].content',
      'string_above_max_length',
    ],
    ['no parts', user([]), 'messages[0].content', 'empty_array'],
    ['an image', user([{ type: 'text', text: 'a' }, IMAGE]), 'messages[0].content[1].type', null],
    [
      'a part without text',
      user([{ type: 'text' }]),
      'messages[0].content[0].text',
      'missing_required_parameter',
    ],
    ['a part without type', user([{ text: 'a' }]), 'messages[0].content[0].type', 'invalid_value'],
    ['an odd stream', { stream: 'yes' }, 'stream', 'invalid_type'],
    [
      'options of no stream',
      { stream_options: { include_usage: true } },
      'stream_options',
      'invalid_value',
    ],
    ['an odd field of ours', { footnote: { top: 1 } }, 'footnote.top', 'unknown_parameter'],
    [
      'no sentences',
      { footnote: { maxSentences: 0 } },
      'footnote.maxSentences',
      'number_below_min_value',
    ],
  ])('%s', async (_what, changes, param, code) => {
    const { engine, status, error } = await send(changes);
    expect(status).toBe(400);
    expect(error).toMatchObject({ type: 'invalid_request_error', param, code });
    expect(error?.message).toMatch(/\.$/);
    expect(engine.calls).toEqual([]);
  });

  it('says of images what OpenAI says of them', async () => {
    const { error } = await send(user([IMAGE]));
    expect(error?.message).toBe(
      'Invalid content type. image_url is only supported by certain models.',
    );
  });

  it('refuses an image in an earlier message too', async () => {
    const messages = [
      { role: 'user', content: [IMAGE] },
      { role: 'assistant', content: 'A harbour.' },
      { role: 'user', content: 'Where is it?' },
    ];
    expect((await send({ messages })).error).toMatchObject({
      param: 'messages[0].content[0].type',
    });
  });

  it('leaves unread what clients send along with a message', async () => {
    const messages = [
      { role: 'assistant', content: null, tool_calls: [], refusal: null },
      { role: 'user', content: 'Where is it?', name: 'someone', footnote: {} },
      { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
      { role: 'user', content: 'Is it here?' },
      { role: 'assistant', content: 'It' },
    ];
    const { engine, status } = await send({ messages });
    expect(status).toBe(200);
    expect(engine.calls[0]?.input).toEqual({
      question: 'Is it here?',
      history: [{ question: 'Where is it?', answer: 'No.' }],
    });
  });
});
