import { basename } from 'node:path';
import { watch } from 'chokidar';

/** How to learn that files changed: from the operating system, or by looking again and again, where it does not tell (network drives). */
export type WatchManner = 'events' | 'poll';

export interface WatchFolderOptions {
  readonly manner: WatchManner;
  /** Told once a change has been followed by a short calm, and at least every few seconds while changes go on. */
  onChange(): void;
  /** Told where the folder cannot be watched. */
  onFailure(error: unknown): void;
}

export interface FolderWatch {
  close(): Promise<void>;
}

/** A calm after which a change counts as done: editors write a file in several steps. */
const CALM_MS = 300;
/** A change is told after this time however long others follow. */
const PATIENCE_MS = 3000;
const POLL_MS = 2000;

/** Watches a folder with all below it; hidden files are left out, as they are in the corpus. Resolves once it watches. */
export async function watchFolder(
  folder: string,
  { manner, onChange, onFailure }: WatchFolderOptions,
): Promise<FolderWatch> {
  let calm: NodeJS.Timeout | undefined;
  let firstChange: number | undefined;
  const tell = () => {
    firstChange = undefined;
    onChange();
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => path !== folder && basename(path).startsWith('.'),
    usePolling: manner === 'poll',
    interval: POLL_MS,
    binaryInterval: POLL_MS,
  });
  watcher.on('all', () => {
    firstChange ??= Date.now();
    clearTimeout(calm);
    const left = firstChange + PATIENCE_MS - Date.now();
    calm = setTimeout(tell, Math.max(0, Math.min(CALM_MS, left)));
  });
  watcher.on('error', onFailure);
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    close: async () => {
      clearTimeout(calm);
      await watcher.close();
    },
  };
}
