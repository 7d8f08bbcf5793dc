import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { FootnoteError } from '../errors.js';
import type { App } from './app.js';
import type { Log } from './log.js';
import { answerMalformed, malformedResponse } from './malformed-request.js';

/** A client that sends its request slower than this is cut off. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How often requests that come slowly are looked for, at least this many times within their time. */
const SLOW_CHECKS = 4;
/** How often connections that fell idle are closed while the server stops. */
const IDLE_CHECK_MS = 50;

export interface ServerOptions {
  readonly app: App;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly log: Log;
  /** Milliseconds within which a client must have sent its whole request; 30 s unless told. */
  readonly requestTimeoutMs?: number;
}

export interface RunningServer {
  /** Where a person on this machine reaches it, without a slash at its end. */
  readonly url: string;
  /** Takes no more connections and resolves once the requests under way are answered, or cut off after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Listens, and resolves once it does.
 * @throws FootnoteError `config_invalid` where the address cannot be listened on, naming PORT or HOST
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, host, port, log, requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
  const listener = getRequestListener(app.fetch, {
    errorHandler: (error) => malformedResponse(error, log),
  });
  const timing = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: requestTimeoutMs / SLOW_CHECKS,
  };
  const server = createServer(timing, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  server.on('clientError', answerMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${reachableName(host)}:${address.port}`,
    stop: (graceMs) => stop(server, graceMs),
  };
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(idle);
  clearTimeout(late);
}

function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): FootnoteError {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} of ${host} is taken. Set PORT to another one (0 picks a free one), or stop the program that uses it.`,
    EACCES: `Port ${port} may not be used by this user. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for every interface.`,
    ENOTFOUND: `${host} is not known. Set HOST to 127.0.0.1, or to 0.0.0.0 for every interface.`,
  };
  const message =
    why[cause.code ?? ''] ??
    `Listening on port ${port} of ${host} failed (${cause.code}). Check PORT and HOST.`;
  return new FootnoteError('config_invalid', message, { cause, details: { host, port } });
}
