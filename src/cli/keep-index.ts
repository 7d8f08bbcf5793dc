import { setTimeout as pause } from 'node:timers/promises';
import type { ServingEngine } from '../compose.js';
import type { Config } from '../config.js';
import { FootnoteError } from '../errors.js';
import type { Log } from '../http/log.js';
import { followIndex } from '../upkeep/follow-index.js';
import { createUpdater } from '../upkeep/updater.js';
import { type FolderWatch, watchFolder } from '../upkeep/watch-folder.js';
import { runIndexProcess } from './index-process.js';

/** How often to look whether another process has ended its build. */
const LOCK_CHECK_MS = 1000;

export interface KeepIndexOptions {
  readonly serving: ServingEngine;
  readonly config: Config;
  readonly log: Log;
  /** The program's file, `process.argv[1]`. */
  readonly program: string;
}

export interface KeptIndex {
  /**
   * Brings the index up to what the documents are now and has it answer.
   * @throws FootnoteError what the build failed with; what answered goes on answering
   */
  update(): Promise<void>;
  close(): Promise<void>;
}

/** Has a service answer from what the documents are: it watches them, and takes indexes that other processes build. */
export function keepIndex({ serving, config, log, program }: KeepIndexOptions): KeptIndex {
  const stopping = new AbortController();
  const follower = followIndex({
    indexDir: config.indexDir,
    buildId: serving.buildId,
    open: async () => {
      await serving.reopen();
      const { index } = serving.engine.status();
      log.info(index, 'answers from another index now');
    },
    onFailure: (err) =>
      log.error({ err }, 'an index that was built cannot be used; the one before answers'),
  });

  async function run(): Promise<void> {
    for (;;) {
      try {
        const { problems, ...done } = await runIndexProcess(program, stopping.signal);
        for (const problem of problems) log.warn(problem, 'a file was left out');
        log.info(done, 'the index is up to date');
        break;
      } catch (error) {
        if (!(error instanceof FootnoteError) || error.code !== 'index_locked') throw error;
        await pause(LOCK_CHECK_MS, undefined, { signal: stopping.signal });
      }
    }
    await follower.look();
  }

  const { update } = createUpdater(run);
  const onFailure = (err: unknown) => {
    if (!stopping.signal.aborted)
      log.error({ err }, 'the index could not be updated; the one before answers');
  };
  const onChange = () => {
    update().catch(onFailure);
  };
  async function watchDocuments(): Promise<FolderWatch | undefined> {
    if (config.watch === 'off') return undefined;
    const watch = await watchFolder(config.corpusDir, {
      manner: config.watch,
      onChange,
      onFailure: (err) => log.error({ err }, 'the documents cannot be watched; see WATCH'),
    });
    // What changed while nobody watched.
    if (!(await serving.isFresh())) onChange();
    return watch;
  }
  const watching = watchDocuments().catch((error: unknown) => {
    onFailure(error);
    return undefined;
  });

  return {
    update,
    close: async () => {
      stopping.abort();
      follower.stop();
      await (await watching)?.close();
    },
  };
}
