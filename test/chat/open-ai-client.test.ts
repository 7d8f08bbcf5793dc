import { afterEach, describe, expect, it } from 'vitest';
import type { ChatFailure } from '../../src/chat/chat-failure.js';
import { createOpenAiClient } from '../../src/chat/open-ai-client.js';
import {
  type Behaviour,
  breaksOff,
  callsTools,
  floods,
  floodsBytes,
  hangsUp,
  refuses,
  replies,
  type ScriptedChatServer,
  says,
  saysAtOnce,
  stalls,
  startScriptedChatServer,
} from './scripted-chat-server.js';

const REQUEST = {
  messages: [
    { role: 'system', content: 'Rules.' },
    { role: 'user', content: 'BEGIN DATA a\n{}\nEND DATA a' },
  ],
  schema: { name: 'answer', schema: { type: 'object' } },
  maxTokens: 50,
} as const;

let server: ScriptedChatServer;
afterEach(() => server.close());

async function clientOf(...script: Behaviour[]) {
  server = await startScriptedChatServer(...script);
  const client = createOpenAiClient({ baseUrl: server.baseUrl, model: 'm', apiKey: 'sk-secret' });
  let sent = 0;
  const onRequest = () => {
    sent += 1;
  };
  const complete = (signal = new AbortController().signal) =>
    client.complete({ ...REQUEST, onRequest }, signal);
  const failure = () =>
    complete().then(
      () => {
        throw new Error('the request should fail');
      },
      (error: unknown) => error as ChatFailure,
    );
  return { complete, failure, sent: () => sent };
}

describe('the client of an OpenAI-compatible server', () => {
  it('joins what is streamed, with the count of the server', async () => {
    const { complete } = await clientOf(says('Forty-two words, streamed piece by piece.'));
    expect(await complete()).toEqual({
      text: 'Forty-two words, streamed piece by piece.',
      isCut: false,
      tokens: { prompt: 700, completion: 50, estimated: false },
    });
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.authorization).toBe('Bearer sk-secret');
    expect(request?.body).toMatchObject({
      model: 'm',
      stream: true,
      temperature: 0,
      max_tokens: 50,
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true } },
      messages: REQUEST.messages,
    });
  });

  it.each(['application/json', 'text/plain', 'text/event-stream'])(
    'takes a reply that comes whole, as %s',
    async (type) => {
      const { complete } = await clientOf(saysAtOnce('All at once.', type));
      expect(await complete()).toMatchObject({
        text: 'All at once.',
        tokens: { prompt: 700, completion: 50, estimated: false },
      });
    },
  );

  it('estimates tokens where the server does not count them', async () => {
    const { complete } = await clientOf(
      replies(
        'data: {"choices":[{"delta":{"content":"Well."}}]}\n\ndata: [DONE]\n\n',
        'text/plain',
      ),
    );
    const { text, tokens } = await complete();
    expect(text).toBe('Well.');
    server.play(replies('{"choices":[{"message":{"content":"Whole."}}]}', 'application/json'));
    expect(await complete()).toMatchObject({ text: 'Whole.', tokens: { estimated: true } });
    expect(tokens.estimated).toBe(true);
    expect(tokens.prompt).toBeGreaterThan(5);
  });

  it('leaves out for good what the server does not understand', async () => {
    const { complete, sent } = await clientOf(
      refuses(400, 'Unknown field: response_format'),
      refuses(400, 'stream_options is not supported'),
      says('Plain.'),
    );
    expect((await complete()).text).toBe('Plain.');
    expect((await complete()).text).toBe('Plain.');
    expect(sent()).toBe(4);
    const forms = server.requests.map(({ body }) => [
      body.response_format !== undefined,
      body.stream_options !== undefined,
      body.temperature,
    ]);
    expect(forms).toEqual([
      [true, true, 0],
      [false, true, 0],
      [false, false, 0],
      [false, false, 0],
    ]);
  });

  it('asks in full again after a request that was refused in every form', async () => {
    const { complete, failure } = await clientOf(
      refuses(400, 'no'),
      refuses(400, 'no'),
      refuses(400, 'no'),
      refuses(400, 'no'),
      says('Well.'),
    );
    expect(await failure()).toMatchObject({ reason: 'rejected', status: 400 });
    expect((await complete()).text).toBe('Well.');
    expect(server.requests.at(-1)?.body.response_format).toBeDefined();
  });

  it.each<[string, Behaviour, Partial<ChatFailure>]>([
    ['a page', replies('<!doctype html><p>Log in</p>', 'text/html'), { reason: 'malformed' }],
    [
      'a page said to be events',
      replies('<p>Hi</p>', 'text/event-stream'),
      { reason: 'malformed' },
    ],
    ['nothing', replies('', 'application/json'), { reason: 'malformed' }],
    [
      'broken events',
      replies('data: {"choices": [}\n\n', 'text/event-stream'),
      { reason: 'malformed' },
    ],
    [
      'events of another kind',
      replies('data: {"choices": 3}\n\n', 'text/event-stream'),
      { reason: 'malformed' },
    ],
    [
      'JSON of another kind',
      replies('{"error": "none"}', 'application/json'),
      { reason: 'malformed' },
    ],
    [
      'words that are no text',
      replies('data: {"choices":[{"delta":{"content":{"a":1}}}]}\n\n', 'text/event-stream'),
      { reason: 'malformed' },
    ],
    ['a broken connection', hangsUp, { reason: 'unreachable', isPassing: true }],
    ['a connection closed midway', breaksOff, { reason: 'unreachable', isPassing: true }],
    ['bytes without end', floodsBytes, { reason: 'token_limit' }],
    [
      'too many requests',
      refuses(429, 'slow down', { 'retry-after': '7' }),
      { reason: 'rate_limited', isPassing: true, retryAfterMs: 7000 },
    ],
    ['an error of its own', refuses(500), { reason: 'server_error', isPassing: true }],
    ['being overloaded', refuses(503), { reason: 'server_error', isPassing: true }],
    ['a gateway that gave up', refuses(504), { reason: 'timeout' }],
    [
      'a wrong key',
      refuses(401, 'the key sk-secret is wrong'),
      { reason: 'rejected', isPassing: false },
    ],
    ['an unknown model', refuses(404), { reason: 'rejected', isPassing: false }],
    [
      'a redirection',
      (_request, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end('elsewhere');
      },
      { reason: 'rejected' },
    ],
  ])('says of %s what it is', async (_what, behaviour, expected) => {
    const { failure } = await clientOf(behaviour);
    const failed = await failure();
    expect(failed).toMatchObject({ name: 'ChatFailure', ...expected });
    expect(JSON.stringify([failed, failed.message, failed.stack])).not.toContain('sk-secret');
  });

  it('says that a server is not there', async () => {
    const { failure } = await clientOf();
    await server.close();
    expect(await failure()).toMatchObject({ reason: 'unreachable', isPassing: true });
  });

  it('cuts a reply off that goes on for ever', async () => {
    const { complete } = await clientOf(floods('and on '));
    const { text, isCut } = await complete();
    expect(isCut).toBe(true);
    expect(text.length).toBeLessThan(1000);
  });

  it('has nothing to say of a call for tools', async () => {
    const { complete } = await clientOf(callsTools);
    expect((await complete()).text).toBe('');
  });

  it('ends at once when it is called off', async () => {
    const { complete } = await clientOf(stalls);
    const controller = new AbortController();
    const reason = new Error('enough');
    const completing = complete(controller.signal);
    controller.abort(reason);
    await expect(completing).rejects.toBe(reason);
  });
});
