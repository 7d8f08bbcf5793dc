import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerStart, WorkerTask } from './worker-messages.js';

/** A worker thread with a model, seen from the main thread. It takes one task at a time. */
export interface WorkingThread<Task> {
  /** Resolves to the length of its vectors once the model is loaded; rejects where that failed. */
  readonly ready: Promise<number>;
  /** Resolves once the thread has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /**
   * What the model makes of the task. Rejects with a `ThreadDiedError` where the thread
   * ended over it, with another error where the model refused the task.
   */
  run(task: Task): Promise<Float32Array>;
  /** Asks the thread to end. It is never terminated from outside, which can take the process with it. */
  end(): Promise<void>;
}

/** The thread ended without answering. */
export class ThreadDiedError extends Error {
  constructor(cause?: unknown) {
    super('A thread of the model ended unexpectedly', { cause });
    this.name = 'ThreadDiedError';
  }
}

/** From TypeScript sources, in tests and scripts, a thread needs a loader of its own; it inherits none. */
function startWorker(start: WorkerStart): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('../worker.js', import.meta.url), { workerData: start });
  const source = JSON.stringify(new URL('../worker.ts', import.meta.url));
  return new Worker(
    `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`,
    { eval: true, workerData: start },
  );
}

interface Waiting {
  resolve(reply: WorkerReply): void;
  reject(cause: Error): void;
}

export function startWorkingThread(start: WorkerStart): WorkingThread<WorkerTask> {
  const worker = startWorker(start);
  let waiting: Waiting | undefined;
  let dead = false;

  const nextReply = () =>
    new Promise<WorkerReply>((resolve, reject) => {
      if (dead) reject(new ThreadDiedError());
      else waiting = { resolve, reject };
    });
  const settle = (act: (waiting: Waiting) => void) => {
    const current = waiting;
    waiting = undefined;
    if (current !== undefined) act(current);
  };
  const request = (message: WorkerRequest) => {
    const reply = nextReply();
    worker.postMessage(message);
    return reply;
  };

  worker.on('message', (reply: WorkerReply) => settle(({ resolve }) => resolve(reply)));
  const ended = new Promise<void>((resolve) => {
    const die = (cause?: unknown) => {
      dead = true;
      settle(({ reject }) => reject(new ThreadDiedError(cause)));
      resolve();
    };
    worker.on('error', die);
    worker.on('exit', () => die());
  });

  return {
    ready: nextReply().then((reply) => {
      if (reply.kind === 'ready') return reply.dimension;
      throw new Error(reply.kind === 'failed' ? reply.reason : 'The thread spoke out of turn');
    }),
    ended,
    async run(task) {
      const reply = await request(task);
      if (reply.kind === 'done') return reply.numbers;
      throw new Error(reply.kind === 'failed' ? reply.reason : 'The thread spoke out of turn');
    },
    async end() {
      worker.postMessage({ kind: 'end' } satisfies WorkerRequest);
      await ended;
    },
  };
}
