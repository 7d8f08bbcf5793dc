/** Lets so many work at once; the others wait, first come first served. */
export interface Slots {
  /** @throws the reason of the signal where it ends before there is a place */
  run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

/** @param atOnce from 1 */
export function createSlots(atOnce: number): Slots {
  let working = 0;
  const waiting = new Set<() => void>();

  function turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (working < atOnce) {
      working += 1;
      return Promise.resolve();
    }
    return new Promise((begin, leave) => {
      const onAbort = () => {
        waiting.delete(onTurn);
        leave(signal.reason);
      };
      const onTurn = () => {
        signal.removeEventListener('abort', onAbort);
        waiting.delete(onTurn);
        begin();
      };
      waiting.add(onTurn);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  return {
    async run(work, signal) {
      await turn(signal);
      try {
        return await work();
      } finally {
        const [next] = waiting;
        if (next === undefined) working -= 1;
        else next();
      }
    },
  };
}
