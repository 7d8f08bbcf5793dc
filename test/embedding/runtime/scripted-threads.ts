import {
  ThreadDiedError,
  type WorkingThread,
} from '../../../src/embedding/runtime/working-thread.js';

/** What a scripted thread does with the texts it is given. */
export type Script = (texts: readonly string[]) => Promise<number[]> | number[];

/** Threads that do as they are told, and a record of what they did. */
export interface ScriptedThreads {
  readonly seen: (readonly string[])[];
  readonly started: number;
  readonly ended: number;
  start(): WorkingThread<readonly string[]>;
}

export const DIE: Script = () => {
  throw new ThreadDiedError();
};

/**
 * @param scripts What the first, second, … thread does with all it is given; the last goes for all further ones.
 * A string is a thread that cannot load, for that reason.
 */
export function scriptedThreads(scripts: readonly (Script | string)[]): ScriptedThreads {
  const seen: (readonly string[])[] = [];
  let started = 0;
  let endedCount = 0;
  return {
    seen,
    get started() {
      return started;
    },
    get ended() {
      return endedCount;
    },
    start() {
      const script = scripts[Math.min(started, scripts.length - 1)] as Script | string;
      started += 1;
      let markEnded = () => {};
      const ended = new Promise<void>((resolve) => {
        markEnded = () => {
          endedCount += 1;
          resolve();
        };
      });
      if (typeof script === 'string') markEnded();
      return {
        ready: typeof script === 'string' ? Promise.reject(new Error(script)) : Promise.resolve(1),
        ended,
        async run(texts) {
          seen.push(texts);
          try {
            return Float32Array.from(await (script as Script)(texts));
          } catch (cause) {
            if (cause instanceof ThreadDiedError) markEnded();
            throw cause;
          }
        },
        async end() {
          markEnded();
        },
      };
    },
  };
}
