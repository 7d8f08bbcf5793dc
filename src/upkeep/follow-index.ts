import { readPointer } from '../indexing/index-pointer.js';

export interface FollowedIndex {
  readonly indexDir: string;
  /** The build that answers now. */
  buildId(): string;
  /** Opens the index that is there now and has it answer. */
  open(): Promise<void>;
  /** Told why an index that was built could not be taken. */
  onFailure(error: unknown): void;
}

/** Keeps an engine at the index that was built last, by whatever process. */
export interface IndexFollower {
  /** Looks now; resolves once a new index answers. Never fails. */
  look(): Promise<void>;
  stop(): void;
}

/** How often to look, in milliseconds: it costs reading one small file. */
const LOOK_MS = 1000;

/** An index that cannot be taken is left alone until another one is built. */
export function followIndex(followed: FollowedIndex): IndexFollower {
  let refused: string | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    const pointer = await readPointer(followed.indexDir).catch(() => undefined);
    if (pointer === undefined || pointer.current === refused) return;
    if (pointer.current === followed.buildId()) return;
    try {
      await followed.open();
      refused = undefined;
    } catch (error) {
      refused = pointer.current;
      followed.onFailure(error);
    }
  }

  const look = () => {
    looking = looking.then(take);
    return looking;
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}
