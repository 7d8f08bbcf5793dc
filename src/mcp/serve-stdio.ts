import type { Readable, Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer } from './create-mcp-server.js';
import type { McpHost } from './host.js';

export interface StdioStreams {
  readonly input: Readable;
  /** Carries the protocol and nothing else. */
  readonly output: Writable;
}

export interface StdioServer {
  /** Resolves once the client has closed its end and what it asked before is answered. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Serves one client over a pair of streams. `onError` is told of messages that are none. */
export async function serveStdio(
  host: McpHost,
  { input, output }: StdioStreams,
  onError: (error: Error) => void,
): Promise<StdioServer> {
  const underWay = new Set<Promise<unknown>>();
  const server = createMcpServer({
    ...host,
    withEngine(work, signal) {
      const working = host.withEngine(work, signal);
      underWay.add(working);
      const settled = () => underWay.delete(working);
      working.then(settled, settled);
      return working;
    },
  });
  server.onerror = onError;
  const inputEnded = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) input.once(event, () => resolve());
  });
  await server.connect(new StdioServerTransport(input, output));
  const ended = inputEnded.then(async () => {
    // What was read last begins, and what is answered last is written, in the turn that follows.
    await nextTurn();
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await nextTurn();
  });
  return { ended, close: () => server.close() };
}
