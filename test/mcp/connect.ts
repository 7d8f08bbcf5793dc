import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { onTestFinished } from 'vitest';
import type { Engine } from '../../src/contract/engine.js';
import { describeProblem } from '../../src/http/describe-problem.js';
import { problemParts } from '../../src/http/handle-error.js';
import { serveStdio } from '../../src/mcp/serve-stdio.js';
import { startTestServer } from '../http/test-server.js';

async function connect(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

async function overHttp(engine: Engine): Promise<Client> {
  const { url } = await startTestServer({ engine, publicUrl: 'https://docs.example' });
  // The SDK's own types do not agree where optional means absent.
  return connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)) as Transport);
}

async function overStreams(engine: Engine): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const ignore = () => {};
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const host = {
    withEngine: <Result>(
      work: (given: Engine, signal: AbortSignal) => Promise<Result>,
      signal: AbortSignal,
    ) => work(engine, signal),
    describe: (error: Error) => describeProblem(problemParts(error, 'request-1', log)),
    locate: ({ href }: { href: string }) => `https://docs.example${href}`,
  };
  const server = await serveStdio(host, { input: toServer, output: toClient }, ignore);
  onTestFinished(() => server.close());
  // Both ends of this transport speak alike: a message a line.
  return connect(new StdioServerTransport(toClient, toServer));
}

/** The ways a client reaches the server; each gives the SDK's own client, connected. */
export const WAYS = [
  ['Streamable HTTP', overHttp],
  ['standard input and output', overStreams],
] as const;
