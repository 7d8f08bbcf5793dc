import { FootnoteError } from '../../errors.js';

export interface WorkQueue {
  /** How many are worked on, and how many wait. */
  readonly working: number;
  readonly waiting: number;
  /**
   * Does the work when its turn comes, first come first served; whoever leaves while waiting loses no time to others.
   * @throws FootnoteError `overloaded` where too many wait; the reason of the signal; whatever the work throws
   */
  run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

interface Limits {
  /** From 1. */
  readonly atOnce: number;
  /** From 0. */
  readonly waiting: number;
  /** Milliseconds after which whoever still waits is told to come back: work begun too late to be of use would take the place of other work. */
  readonly waitMs: number;
}

/** Work beyond what the machine can do waits, and beyond what may wait is refused, so that memory and delays stay bounded. */
export function createWorkQueue(limits: Limits): WorkQueue {
  let working = 0;
  const waiting = new Set<() => void>();

  function turn(signal: AbortSignal | undefined): Promise<void> | undefined {
    signal?.throwIfAborted();
    if (working < limits.atOnce) {
      working += 1;
      return undefined;
    }
    if (waiting.size >= limits.waiting)
      throw new FootnoteError(
        'overloaded',
        `${limits.atOnce} questions are being answered and ${limits.waiting} wait. Try again in a moment.`,
      );
    return new Promise((begin, leave) => {
      const stopWaiting = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        waiting.delete(onTurn);
      };
      const onAbort = () => {
        stopWaiting();
        leave(signal?.reason);
      };
      const onTurn = () => {
        stopWaiting();
        begin();
      };
      const timer = setTimeout(() => {
        stopWaiting();
        const detail = `No turn came within ${limits.waitMs} ms. Try again in a moment.`;
        leave(new FootnoteError('overloaded', detail));
      }, limits.waitMs);
      waiting.add(onTurn);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Hands the place to whoever waits longest, else frees it. */
  function end(): void {
    const [next] = waiting;
    if (next === undefined) {
      working -= 1;
      return;
    }
    next();
  }

  return {
    get working() {
      return working;
    },
    get waiting() {
      return waiting.size;
    },
    async run(work, signal) {
      await turn(signal);
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
}
