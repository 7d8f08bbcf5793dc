import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { openEngine } from '../compose.js';
import { readConfig } from '../config.js';
import { withDeadline } from '../http/deadline.js';
import { describeProblem } from '../http/describe-problem.js';
import { problemParts } from '../http/handle-error.js';
import { documentUri } from '../mcp/document-uri.js';
import type { McpHost } from '../mcp/host.js';
import { serveStdio } from '../mcp/serve-stdio.js';
import { atService, type Locate } from '../references/place.js';
import { EXIT_CODES } from './exit-codes.js';
import { printError } from './print-error.js';
import { createProgress } from './progress.js';
import { untilStopped } from './until-stopped.js';

/** What an opening or closing engine may take to end by itself. */
const ENGINE_GRACE_MS = 10_000;
const STANDARD_ERROR = 2;

/** Without a service whose pages could be opened: where a document was published, else where MCP reads it. */
const locateElsewhere: Locate = ({ url, documentId }) => url ?? documentUri(documentId);

/**
 * `footnote mcp`: serves one MCP client over standard input and output until it closes its end. Whoever
 * asks before the engine is open waits for it. Everything but the protocol goes to standard error.
 */
export async function mcp(): Promise<number> {
  // A library that prints would break the protocol.
  console.log = console.error;
  console.info = console.error;
  const config = readConfig(process.env);
  const log = pino(
    { level: config.logLevel, base: null },
    pino.destination({ dest: STANDARD_ERROR, sync: true }),
  );
  const progress = createProgress(process.stderr);
  const stopping = new AbortController();
  const opening = openEngine(config, progress, stopping.signal).finally(progress.end);
  const failed = opening.then(() => new Promise<never>(() => {}));

  const host: McpHost = {
    async withEngine(work, signal) {
      const engine = await opening;
      return withDeadline(signal, config.askTimeoutMs, (until) => work(engine, until));
    },
    describe: (error) => describeProblem(problemParts(error, randomUUID(), log)),
    locate: config.publicUrl === null ? locateElsewhere : atService(config.publicUrl),
  };
  const streams = { input: process.stdin, output: process.stdout };
  const onError = (error: Error) => log.warn({ err: error }, 'a message was not understood');

  let code: number = EXIT_CODES.done;
  try {
    const server = await serveStdio(host, streams, onError);
    await Promise.race([server.ended, untilStopped(), failed]);
    await server.close();
  } catch (error) {
    code = printError(error, config.logLevel === 'debug');
  }
  stopping.abort();
  const closed = opening.then((engine) => engine.close()).catch(() => undefined);
  await Promise.race([closed, pause(ENGINE_GRACE_MS, undefined, { ref: false })]);
  process.exit(code);
}
