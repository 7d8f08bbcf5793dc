import OpenAI from 'openai';
import type { ChatCompletionChunk } from 'openai/resources';
import { describe, expect, it } from 'vitest';
import { AskResponseSchema } from '../../../src/contract/ask.js';
import { FootnoteError } from '../../../src/errors.js';
import { createApiKey } from '../../../src/http/security/api-keys.js';
import { citedText } from '../../../src/references/cited-text.js';
import { atService } from '../../../src/references/place.js';
import { createFakeEngine } from '../fake-engine.js';
import { ABSTAINED, ANSWERED, DISAGREED, STATUS } from '../samples.js';
import { startTestServer } from '../test-server.js';
import { engineThatAnswers, QUESTION } from './asked.js';

const TWO_SENTENCES = {
  ...ANSWERED,
  answer: {
    ...ANSWERED.answer!,
    sentences: [
      { text: 'Trade grew.', citations: [1] },
      { text: 'It grew to $77.2 billion.', citations: [1] },
    ],
  },
};

async function connect(...options: Parameters<typeof startTestServer>) {
  const { url } = await startTestServer(...options);
  return { url, client: new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 }) };
}

const ask = (content: string) => ({
  model: 'footnote',
  messages: [{ role: 'user' as const, content }],
});

/** Fields of ours, which the client passes on but has no types for. */
function footnoteOf(answer: object): unknown {
  return (answer as { footnote?: unknown }).footnote;
}

async function collect(stream: AsyncIterable<ChatCompletionChunk>) {
  const chunks: ChatCompletionChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
  return { chunks, text };
}

describe('the openai client', () => {
  it('gets the answer with its sources as text and the whole contract beside it', async () => {
    const engine = engineThatAnswers(ANSWERED);
    const { client, url } = await connect({ engine });
    const completion = await client.chat.completions.create(ask(QUESTION));
    const [choice] = completion.choices;
    expect(choice?.message.content).toBe(citedText(ANSWERED, atService(url)));
    expect(choice?.message.content).toContain(
      `[1] Trade in numbers, The <Paper>, 2025-06-20 - ${url}/documents/news/trade?`,
    );
    expect(choice?.message).toMatchObject({ role: 'assistant', refusal: null });
    expect(choice?.finish_reason).toBe('stop');
    expect(completion.object).toBe('chat.completion');
    expect(completion.model).toBe('footnote');
    expect(completion.system_fingerprint).toBe(ANSWERED.index.fingerprint);
    expect(AskResponseSchema.strict().parse(footnoteOf(completion))).toEqual(ANSWERED);
    expect(engine.calls[0]?.input).toEqual({ question: QUESTION });
  });

  it('names documents where the operator says that people find them', async () => {
    const engine = engineThatAnswers(ANSWERED);
    const { client } = await connect({ engine, publicUrl: 'https://docs.example/ask/' });
    const { choices } = await client.chat.completions.create(ask(QUESTION));
    expect(choices[0]?.message.content).toContain(
      ' - https://docs.example/ask/documents/news/trade?',
    );
  });

  it('gets an abstention as a message like any other, and its reason beside it', async () => {
    const { client } = await connect({ engine: engineThatAnswers(ABSTAINED) });
    const completion = await client.chat.completions.create(ask('Who won?'));
    expect(completion.choices[0]?.message.content).toMatch(/^Nothing here speaks of a cup\./);
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(footnoteOf(completion)).toEqual(ABSTAINED);
  });

  it('is told in words how much was read and said', async () => {
    const { client } = await connect({ engine: engineThatAnswers(ANSWERED) });
    const completion = await client.chat.completions.create({
      model: 'footnote',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: QUESTION },
      ],
    });
    const words = completion.choices[0]?.message.content?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    expect(words).toBeGreaterThan(5);
    expect(completion.usage).toEqual({
      prompt_tokens: 8,
      completion_tokens: words,
      total_tokens: 8 + words,
    });
  });

  it.each([
    ['an answer', ANSWERED],
    ['several sentences', TWO_SENTENCES],
    ['a disagreement', DISAGREED],
    ['an abstention', ABSTAINED],
  ])(
    'streams %s, and the parts joined are the text that is not streamed',
    async (_what, response) => {
      const { client, url } = await connect({ engine: engineThatAnswers(response) });
      const { chunks, text } = await collect(
        await client.chat.completions.create({ ...ask(QUESTION), stream: true }),
      );
      expect(text).toBe(citedText(response, atService(url)));
      expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' });
      expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
      const reasons = chunks.map(({ choices }) => choices[0]?.finish_reason);
      expect(reasons).toEqual([...reasons.slice(0, -1).map(() => null), 'stop']);
      expect(footnoteOf(chunks.at(-1)!)).toEqual(response);
      expect(chunks.slice(0, -1).map(footnoteOf)).toEqual(chunks.slice(0, -1).map(() => undefined));
      expect(chunks.every((chunk) => !('usage' in chunk))).toBe(true);
    },
  );

  it('gets each sentence in a part of its own', async () => {
    const { client } = await connect({ engine: engineThatAnswers(TWO_SENTENCES) });
    const { chunks } = await collect(
      await client.chat.completions.create({ ...ask(QUESTION), stream: true }),
    );
    const said = chunks.map(({ choices }) => choices[0]?.delta.content);
    expect(said.slice(1, 3)).toEqual(['Trade grew. [1]', ' It grew to $77.2 billion. [1]']);
  });

  it('gets a whole stream of an engine that tells nothing on its way', async () => {
    const engine = createFakeEngine({ ask: async () => ANSWERED, status: () => STATUS });
    const { client, url } = await connect({ engine });
    const { chunks, text } = await collect(
      await client.chat.completions.create({ ...ask(QUESTION), stream: true }),
    );
    expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant');
    expect(text).toBe(citedText(ANSWERED, atService(url)));
  });

  it('gets usage in a last part without choices when it asks for it', async () => {
    const { client } = await connect({ engine: engineThatAnswers(ANSWERED) });
    const plain = await client.chat.completions.create(ask(QUESTION));
    const { chunks } = await collect(
      await client.chat.completions.create({
        ...ask(QUESTION),
        stream: true,
        stream_options: { include_usage: true },
      }),
    );
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: plain.usage });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
    expect(footnoteOf(chunks.at(-2)!)).toEqual(ANSWERED);
  });

  it('reads a stream with its own helper', async () => {
    const { client, url } = await connect({ engine: engineThatAnswers(ANSWERED) });
    const stream = client.chat.completions.stream(ask(QUESTION));
    expect(await stream.finalContent()).toBe(citedText(ANSWERED, atService(url)));
  });

  it('tells the engine to stop when it leaves a stream', async () => {
    let stopped = () => {};
    const told = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    const engine = createFakeEngine({
      status: () => STATUS,
      ask: (_request, options) => {
        options?.signal?.addEventListener('abort', stopped);
        options?.onEvent?.({ type: 'retrieved', passages: 1 });
        return new Promise(() => {});
      },
    });
    const { client } = await connect({ engine });
    const stream = await client.chat.completions.create({ ...ask(QUESTION), stream: true });
    for await (const _chunk of stream) stream.controller.abort();
    await told;
    expect(engine.calls.some(({ signal }) => signal?.aborted)).toBe(true);
  });

  it('throws what fails within a stream, and nothing that is for the log alone', async () => {
    const engine = createFakeEngine({
      status: () => STATUS,
      ask: async (_request, options) => {
        options?.onEvent?.({ type: 'retrieved', passages: 1 });
        throw new Error('secret /etc/passwd');
      },
    });
    const { client } = await connect({ engine });
    const stream = await client.chat.completions.create({ ...ask(QUESTION), stream: true });
    const failure = await collect(stream).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OpenAI.APIError);
    expect(failure).toMatchObject({ code: 'internal', type: 'server_error' });
    expect(String(failure)).not.toContain('secret');
  });

  it('is refused with a status where a stream fails before it begins', async () => {
    const ask503 = async () => {
      throw new FootnoteError('index_missing', 'gone: /secret/path');
    };
    const engine = createFakeEngine({ status: () => STATUS, ask: ask503 });
    const { client } = await connect({ engine });
    const refused = client.chat.completions.create({ ...ask(QUESTION), stream: true });
    await expect(refused).rejects.toMatchObject({ status: 503, code: 'index_missing' });
  });
});

describe('the openai client, let in', () => {
  it('brings its key as it brings one of OpenAI', async () => {
    const { key, entry } = createApiKey('site', ['ask']);
    const { url } = await startTestServer({
      engine: engineThatAnswers(ANSWERED),
      apiKeys: [entry],
    });
    const known = new OpenAI({ baseURL: `${url}/v1`, apiKey: key });
    expect((await known.chat.completions.create(ask(QUESTION))).choices).toHaveLength(1);
    const unknown = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'sk-unknown' });
    const refused = unknown.chat.completions.create(ask(QUESTION));
    await expect(refused).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
  });

  it('may send from a page of an allowed origin every header that it sends', async () => {
    const allowedOrigins = ['https://a.example'];
    const { url } = await startTestServer({ engine: engineThatAnswers(ANSWERED), allowedOrigins });
    const sent = new Set<string>();
    const client = new OpenAI({
      baseURL: `${url}/v1`,
      apiKey: 'none',
      dangerouslyAllowBrowser: true,
      fetch: (input, init) => {
        for (const [name] of new Headers(init?.headers)) sent.add(name);
        return fetch(input, init);
      },
    });
    await client.chat.completions.stream(ask(QUESTION)).finalContent();
    const preflight = await fetch(`${url}/v1/chat/completions`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' },
    });
    const allowed = preflight.headers.get('access-control-allow-headers')?.toLowerCase().split(',');
    // A browser sets or always allows these itself.
    const free = ['accept', 'user-agent', 'content-length'];
    const denied = [...sent].filter((name) => !free.includes(name) && !allowed?.includes(name));
    expect(sent.size).toBeGreaterThan(5);
    expect(denied).toEqual([]);
  });
});

describe('a conversation', () => {
  it('becomes a question with its history, sources left out', async () => {
    const engine = engineThatAnswers(ANSWERED);
    const { client } = await connect({ engine });
    const first = await client.chat.completions.create(ask(QUESTION));
    await client.chat.completions.create({
      model: 'footnote',
      messages: [
        { role: 'developer', content: 'Answer as a pirate.' },
        { role: 'assistant', content: 'Hello, what would you like to know?' },
        { role: 'user', content: QUESTION },
        first.choices[0]!.message,
        { role: 'user', content: 'An aside.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'And what' },
            { type: 'text', text: 'about 1988?' },
          ],
        },
      ],
    });
    expect(engine.calls.filter(({ method }) => method === 'ask')[1]?.input).toEqual({
      question: 'And what\nabout 1988?',
      history: [
        { question: QUESTION, answer: 'Trade grew to $77.2 billion in 2024. [1]' },
        { question: 'An aside.', answer: '' },
      ],
    });
  });

  it('that is long keeps its last turns', async () => {
    const engine = engineThatAnswers(ANSWERED);
    const { client } = await connect({ engine });
    const turns = Array.from({ length: 60 }, (_, i) => [
      { role: 'user' as const, content: `question ${i} ${'x'.repeat(3000)}` },
      { role: 'assistant' as const, content: `answer ${i}` },
    ]).flat();
    const messages = [...turns, { role: 'user' as const, content: 'Last?' }];
    await client.chat.completions.create({ model: 'footnote', messages });
    const { history } = engine.calls[0]!.input as { history: { question: string }[] };
    expect(history).toHaveLength(50);
    expect(history[0]?.question).toMatch(/^question 10 x{1988,}$/);
    expect(history[0]?.question).toHaveLength(2000);
  });

  it('may narrow the documents and the answer, in a field of ours', async () => {
    const engine = engineThatAnswers(ANSWERED);
    const { client } = await connect({ engine });
    const footnote = { filter: { publisher: ['The Paper'] }, maxSentences: 1 };
    await client.chat.completions.create({ ...ask(QUESTION), footnote } as ReturnType<typeof ask>);
    expect(engine.calls[0]?.input).toEqual({ question: QUESTION, ...footnote });
  });
});

describe('models', () => {
  it('are listed, and are one', async () => {
    const { client } = await connect();
    const models = (await client.models.list()).data;
    expect(models).toEqual([
      { id: 'footnote', object: 'model', created: expect.any(Number), owned_by: 'footnote' },
    ]);
    expect(await client.models.retrieve('footnote')).toEqual(models[0]);
  });

  it('that are not there are not found', async () => {
    const { client } = await connect({ engine: engineThatAnswers(ANSWERED) });
    const missing = { status: 404, code: 'model_not_found', type: 'invalid_request_error' };
    await expect(client.models.retrieve('gpt-4o')).rejects.toMatchObject(missing);
    const asked = client.chat.completions.create({ ...ask(QUESTION), model: 'gpt-4o' });
    await expect(asked).rejects.toMatchObject({ ...missing, param: 'model' });
  });
});
