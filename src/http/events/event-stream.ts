import { FootnoteError } from '../../errors.js';

/** Below what proxies and load balancers wait for the next byte; 30 s is the least that is common. */
const HEARTBEAT_MS = 10_000;

/**
 * What keeps an event stream from being stored, changed or held back on its way. Where the transfer encoding is
 * named, the server's adapter does not wait whether the whole body comes at once.
 */
export const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
  'Transfer-Encoding': 'chunked',
} as const;

export interface ServerSentEvent {
  /** Left out where a protocol knows no names. */
  readonly event?: string;
  /** One line: JSON, or a word of the protocol. */
  readonly data: string;
}

export interface EventStreamOptions {
  /** Sends events as they come; `left` is aborted once nobody reads them any more. */
  readonly work: (send: (event: ServerSentEvent) => void, left: AbortSignal) => Promise<void>;
  /** What is sent where `work` fails after its first event. It must tell nothing that is for the log alone. */
  readonly describeError: (error: Error) => ServerSentEvent;
  readonly heartbeatMs?: number;
}

/**
 * Server-sent events, as the HTML standard writes them, of some work. Resolves with its first event, so that
 * what fails before it can still be answered in another way.
 * @throws whatever `work` throws before its first event
 */
export function eventStream(options: EventStreamOptions): Promise<ReadableStream<Uint8Array>> {
  const { work, describeError, heartbeatMs = HEARTBEAT_MS } = options;
  const encoder = new TextEncoder();
  const left = new AbortController();
  return new Promise((resolve, reject) => {
    let output: ReadableStreamDefaultController<Uint8Array> | undefined;
    let heartbeat: NodeJS.Timeout | undefined;
    let begun = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        output = controller;
      },
      cancel: () => {
        output = undefined;
        left.abort(new FootnoteError('cancelled', 'The client went away.'));
      },
    });
    const write = (text: string) => output?.enqueue(encoder.encode(text));
    const send = (event: ServerSentEvent) => {
      write(eventText(event));
      if (begun) return;
      begun = true;
      heartbeat = setInterval(() => write(': still working\n\n'), heartbeatMs);
      resolve(stream);
    };
    const end = () => {
      clearInterval(heartbeat);
      output?.close();
      output = undefined;
      // Work that ended without an event has an empty stream; one that failed is settled already.
      resolve(stream);
    };
    work(send, left.signal)
      .catch((error: Error) => {
        if (!begun) reject(error);
        else if (output !== undefined) send(describeError(error));
      })
      .finally(end);
  });
}

function eventText({ event, data }: ServerSentEvent): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${data}\n\n`;
}
