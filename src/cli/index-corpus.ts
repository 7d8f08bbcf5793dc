import { type IndexUpdater, openUpdater } from '../compose.js';
import { type Config, readConfig } from '../config.js';
import type { BuildIndexResult } from '../indexing/build-index.js';
import { createUpdater } from '../upkeep/updater.js';
import { watchFolder } from '../upkeep/watch-folder.js';
import { EXIT_CODES } from './exit-codes.js';
import { describeFailure, printError } from './print-error.js';
import { createProgress } from './progress.js';
import { untilStopped } from './until-stopped.js';

export interface IndexOptions {
  readonly json?: true;
  readonly watch?: true;
  readonly poll?: true;
}

/** `footnote index`: brings the index up to date, once or whenever documents change, and gives the exit code. */
export async function indexCorpus({ json, watch, poll }: IndexOptions): Promise<number> {
  const config = readConfig(process.env);
  const progress = createProgress(process.stderr);
  const debug = config.logLevel === 'debug';

  async function once(updater: IndexUpdater, signal?: AbortSignal): Promise<void> {
    const began = performance.now();
    const result = await updater.update(signal).finally(progress.end);
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(
      json ? `${jsonLine(result, seconds)}\n` : `${sentence(result, seconds, config)}\n`,
    );
  }
  function failed(error: unknown): number {
    if (json) process.stdout.write(`${JSON.stringify({ error: describeFailure(error) })}\n`);
    return printError(error, debug);
  }

  let updater: IndexUpdater | undefined;
  try {
    updater = await openUpdater(config, progress).finally(progress.end);
    if (watch !== true && poll !== true) {
      await once(updater);
      return EXIT_CODES.done;
    }
    await keepUpToDate(updater, config, poll === true, once, failed);
    return EXIT_CODES.done;
  } catch (error) {
    return failed(error);
  } finally {
    await updater?.close();
  }
}

/** Until it is told to stop. An update that fails is tried again at the next change. */
async function keepUpToDate(
  updater: IndexUpdater,
  { corpusDir }: Config,
  poll: boolean,
  once: (updater: IndexUpdater, signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => number,
): Promise<void> {
  const stopping = new AbortController();
  const stopped = untilStopped().then(() => stopping.abort());
  const { update } = createUpdater(() => once(updater, stopping.signal));
  const run = () =>
    update().catch((error: unknown) => {
      if (!stopping.signal.aborted) failed(error);
    });
  const watching = await watchFolder(corpusDir, {
    manner: poll ? 'poll' : 'events',
    onChange: run,
    onFailure: failed,
  });
  await run();
  process.stderr.write(`Watching ${corpusDir}; Ctrl-C ends it.\n`);
  await stopped;
  await watching.close();
}

function sentence(result: BuildIndexResult, seconds: number, config: Config): string {
  const { built, counts, fingerprint, work } = result;
  const { documents, passages, sentences } = counts;
  const holds = `${documents} documents, ${passages} passages, ${sentences} sentences`;
  const did = built
    ? `Indexed ${holds} in ${seconds.toFixed(1)} s.\nRead ${work.read} files, took out what was of ${work.removed}; embedded ${work.embedded} texts, ${work.reused} were embedded before.`
    : `Nothing changed: the index holds ${holds}.`;
  return `${did}\n${config.indexDir} ${fingerprint}`;
}

function jsonLine(result: BuildIndexResult, seconds: number): string {
  return JSON.stringify({ ...result, seconds: Math.round(seconds * 1000) / 1000 });
}
