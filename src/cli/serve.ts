import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { openServingEngine } from '../compose.js';
import { readConfig } from '../config.js';
import type { DocumentAdmin } from '../contract/document-admin.js';
import type { Engine } from '../contract/engine.js';
import { createDocumentAdmin } from '../upkeep/document-admin.js';
import { EXIT_CODES } from './exit-codes.js';
import { type KeptIndex, keepIndex } from './keep-index.js';
import { printError } from './print-error.js';
import { createProgress } from './progress.js';
import { untilStopped } from './until-stopped.js';

/** What answers under way may take beyond their own limit before the process ends without them. */
const ANSWER_GRACE_MS = 1000;
/** What an opening or closing engine may take to end by itself; a thread that is cut off while it loads its model aborts the process. */
const ENGINE_GRACE_MS = 10_000;

/**
 * `footnote serve`: listens at once, opens or builds the index meanwhile, and serves until it is told
 * to stop. Standard output is the log, a JSON object a line; notices to people go to standard error.
 */
export async function serve(): Promise<number> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  const progress = createProgress(process.stderr);
  const stopping = new AbortController();
  let engine: Engine | undefined;
  let kept: KeptIndex | undefined;
  let documentAdmin: DocumentAdmin | undefined;

  // The model starts in its own thread while the service is loaded here.
  const opening = openServingEngine(config, progress, stopping.signal).finally(progress.end);
  const opened = opening.then((serving) => {
    engine = serving.engine;
    kept = keepIndex({ serving, config, log, program: process.argv[1] ?? '' });
    const { update } = kept;
    documentAdmin = createDocumentAdmin({ corpusDir: config.corpusDir, engine, update });
  });
  const listening = import('./listen.js').then(({ listen }) =>
    listen({ engine: () => engine, documentAdmin: () => documentAdmin, config, log }),
  );
  const stopped = untilStopped();

  async function untilStoppedOrFailed(): Promise<number> {
    try {
      const { url } = await listening;
      notice(`Footnote is starting at ${url}`);
      await Promise.race([opened, stopped]);
      if (engine !== undefined) announce(url, engine);
      await stopped;
      return EXIT_CODES.done;
    } catch (error) {
      return printError(error, config.logLevel === 'debug');
    }
  }

  function announce(url: string, ready: Engine): void {
    const { index, ...parts } = ready.status();
    log.info({ url, startMs: Math.round(performance.now()), ...index, ...parts }, 'ready');
    const body = '{"question": "What is this about?"}';
    notice(`Footnote answers from ${index.counts.documents} documents at ${url}
  curl ${url}/v1/ask -H 'Content-Type: application/json' -d '${body}'`);
  }

  const code = await untilStoppedOrFailed();
  process.exitCode = code;
  if (code === EXIT_CODES.done)
    notice('Footnote is stopping: it ends what is under way. A second signal ends it at once.');
  stopping.abort();
  await listening.then(
    (server) => server.stop(config.askTimeoutMs + ANSWER_GRACE_MS),
    () => undefined,
  );
  const closed = opening
    .then(async (ready) => {
      await kept?.close();
      await ready.engine.close();
    })
    .catch(() => undefined);
  await Promise.race([closed, pause(ENGINE_GRACE_MS, undefined, { ref: false })]);
  process.exit(code);
}

function notice(text: string): void {
  process.stderr.write(`${text}\n`);
}
