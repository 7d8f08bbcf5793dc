import { ChatFailure } from './chat-failure.js';
import { cleanEvents } from './clean-events.js';
import { asEventStream } from './plain-reply.js';

/** Far more than any answer: whoever sends more means no good. */
const MOST_BYTES = 2_000_000;

/**
 * A `fetch` for a server that is not trusted: it follows no redirection, reads at most two megabytes of a reply, refuses
 * a page where events were wanted, and makes one event of a reply that came whole although it was to be streamed.
 * It goes by how the reply begins, whatever its content type says.
 * @throws ChatFailure `malformed` for what is no reply of a chat model
 */
export async function guardedFetch(
  input: Parameters<typeof fetch>[0],
  init?: Parameters<typeof fetch>[1],
): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  if (response.body === null) throw new ChatFailure('malformed');
  const body = bounded(response.body);
  if (!response.ok) return new Response(body, answerOf(response));
  const reader = body.getReader();
  const { start, chunks } = await beginning(reader);
  if (start === '{') return streamed(asEventStream(await wholeText(reader, chunks)));
  if (!/[a-z:]/u.test(start)) {
    await reader.cancel();
    throw new ChatFailure('malformed', { isPassing: true });
  }
  return streamed(joined(reader, chunks));
}

function streamed(body: string | ReadableStream<Uint8Array>): Response {
  return new Response(new Response(body).body?.pipeThrough(cleanEvents()) ?? null, {
    headers: { 'content-type': 'text/event-stream' },
  });
}

function answerOf({ status, headers }: Response): ResponseInit {
  // A redirection is no answer, and may not be given to `Response`.
  return status < 200 ? { status: 502 } : { status, headers };
}

function bounded(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let bytes = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) controller.error(new ChatFailure('token_limit'));
        else controller.enqueue(chunk);
      },
    }),
  );
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** The first character that is no blank, empty where there is none, and all that was read to see it. */
async function beginning(reader: Reader): Promise<{ start: string; chunks: Uint8Array[] }> {
  const chunks: Uint8Array[] = [];
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { start: '', chunks };
    chunks.push(value);
    const text = decoder.decode(value, { stream: true }).trimStart();
    if (text !== '') return { start: text.charAt(0), chunks };
  }
}

async function wholeText(reader: Reader, chunks: readonly Uint8Array[]): Promise<string> {
  return new Response(joined(reader, chunks)).text();
}

function joined(reader: Reader, chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const first = [...chunks];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const known = first.shift();
      if (known !== undefined) return controller.enqueue(known);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
