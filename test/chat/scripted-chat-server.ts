import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Quote {
  readonly number: number;
  readonly text: string;
}

/** A request as the server sees it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model?: string;
    readonly stream?: boolean;
    readonly temperature?: number;
    readonly max_tokens?: number;
    readonly response_format?: unknown;
    readonly stream_options?: unknown;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
  /** What the last user message holds between its marks. */
  readonly data: {
    readonly question?: string;
    readonly questions?: readonly string[];
    readonly earlier?: readonly unknown[];
    readonly quotes?: readonly Quote[];
    readonly failed?: readonly { readonly text: string; readonly wrong: readonly string[] }[];
  };
  /** The quotes of the request, also where something is asked again. */
  readonly quotes: readonly Quote[];
}

/** What the server does with a request. */
export type Behaviour = (request: SeenRequest, response: ServerResponse) => void;

export interface ScriptedChatServer {
  /** Of the API, as CHAT_BASE_URL wants it. */
  readonly baseUrl: string;
  readonly requests: readonly SeenRequest[];
  /** What it does from now on: the first, the second, and the last again and again. */
  play(...script: readonly Behaviour[]): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible server on loopback that does what it is told, right or wrong. */
export async function startScriptedChatServer(
  ...first: readonly Behaviour[]
): Promise<ScriptedChatServer> {
  let script = [...first];
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    void seen(incoming).then((request) => {
      requests.push(request);
      const behave = script.length > 1 ? script.shift() : script[0];
      if (behave === undefined) response.destroy();
      else behave(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    play: (...next) => {
      script = [...next];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function seen(incoming: IncomingMessage): Promise<SeenRequest> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  const body = (text === '' ? { messages: [] } : JSON.parse(text)) as SeenRequest['body'];
  const told = body.messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const blocks = told.map((content) => /^BEGIN DATA (\w+)\n(.*)\nEND DATA \1$/u.exec(content)?.[2]);
  const data = blocks.map((block) => JSON.parse(block ?? '{}') as SeenRequest['data']);
  return {
    path: incoming.url ?? '',
    authorization: incoming.headers.authorization,
    body,
    data: data.at(-1) ?? {},
    quotes: data.flatMap(({ quotes = [] }) => quotes),
  };
}

function event(response: ServerResponse, data: unknown): void {
  response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
}

function piece(content: string, finish: string | null = null) {
  return { choices: [{ index: 0, delta: { content }, finish_reason: finish }] };
}

/** Streams a text in small pieces, then counts the tokens. */
export function says(text: string | ((request: SeenRequest) => string)): Behaviour {
  return (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const said = typeof text === 'string' ? text : text(request);
    for (const part of said.match(/[\s\S]{1,12}/gu) ?? []) event(response, piece(part));
    event(response, piece('', 'stop'));
    if (request.body.stream_options !== undefined)
      event(response, { choices: [], usage: { prompt_tokens: 700, completion_tokens: 50 } });
    event(response, '[DONE]');
    response.end();
  };
}

interface Written {
  readonly text: string;
  readonly quotes: readonly (number | string)[];
}

/** The JSON that an answer is asked for in. */
export function answerOf(
  sentences: readonly Written[],
  {
    shortAnswer = null,
    answerable = true,
  }: { shortAnswer?: string | null; answerable?: boolean } = {},
): string {
  return JSON.stringify({ answerable, sentences, shortAnswer });
}

/** Writes an answer from the quotes it is given. */
export function writes(
  sentences: (quotes: readonly Quote[]) => readonly Written[],
  shortAnswer: string | null = null,
): Behaviour {
  return says(({ quotes }) => answerOf(sentences(quotes), { shortAnswer }));
}

/** The number of the quote that holds a text. */
export function quoteWith(quotes: readonly Quote[], text: string): Quote {
  const found = quotes.find((quote) => quote.text.includes(text));
  if (found === undefined) throw new Error(`no quote holds "${text}"`);
  return found;
}

/** Gives the whole reply at once, although it was to be streamed. */
export function saysAtOnce(text: string, type = 'application/json'): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    const choices = [
      { index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' },
    ];
    response.end(JSON.stringify({ choices, usage: { prompt_tokens: 700, completion_tokens: 50 } }));
  };
}

export function refuses(
  status: number,
  message = 'no',
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message, type: 'scripted' } }));
  };
}

/** Answers with whatever body under whatever type. */
export function replies(body: string, type: string): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };
}

/** Accepts the request and never says anything. */
export const hangs: Behaviour = () => {};

/** Begins to answer and then says nothing more. */
export const stalls: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  event(response, piece('{"answerable": true, "sentences": [{"text": "The mill'));
};

/** Closes the connection in the middle of an answer. */
export const breaksOff: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  event(response, piece('{"answerable": true, "sentences": [{"text": "The mill'));
  response.socket?.end(() => response.destroy());
};

/** Closes the connection before it says anything. */
export const hangsUp: Behaviour = (_request, response) => {
  response.destroy();
};

/** Says the same for ever, for as long as somebody listens. */
export function floods(word: string): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const more = () => {
      while (!response.destroyed && response.write(`data: ${JSON.stringify(piece(word))}\n\n`)) {}
    };
    response.on('drain', more);
    more();
  };
}

/** Sends bytes that are no events for as long as somebody listens. */
export const floodsBytes: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const more = () => {
    while (!response.destroyed && response.write(`: ${'x'.repeat(10_000)}\n`)) {}
  };
  response.on('drain', more);
  more();
};

/** Wants a tool to be called in place of an answer. */
export const callsTools: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const call = {
    index: 0,
    id: 'c1',
    type: 'function',
    function: { name: 'shell', arguments: '{}' },
  };
  event(response, {
    choices: [{ index: 0, delta: { content: null, tool_calls: [call] }, finish_reason: null }],
  });
  event(response, piece('', 'tool_calls'));
  event(response, '[DONE]');
  response.end();
};
