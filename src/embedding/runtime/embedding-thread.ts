import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-messages.js';

/** A worker thread that embeds, seen from the main thread. It takes one request at a time. */
export interface EmbeddingThread {
  /** Resolves to the length of its vectors once the model is loaded; rejects where that failed. */
  readonly ready: Promise<number>;
  /** Resolves once the thread has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /**
   * Vectors of the texts, one after the other. Rejects with a `ThreadDiedError` where the thread
   * ended over it, with another error where the model refused the texts.
   */
  embed(texts: readonly string[]): Promise<Float32Array>;
  /** Asks the thread to end. It is never terminated from outside, which can take the process with it. */
  end(): Promise<void>;
}

/** The thread ended without answering. */
export class ThreadDiedError extends Error {
  constructor(cause?: unknown) {
    super('An embedding thread ended unexpectedly', { cause });
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

export function startEmbeddingThread(start: WorkerStart): EmbeddingThread {
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
    async embed(texts) {
      const reply = await request({ kind: 'embed', texts });
      if (reply.kind === 'vectors') return reply.vectors;
      throw new Error(reply.kind === 'failed' ? reply.reason : 'The thread spoke out of turn');
    },
    async end() {
      worker.postMessage({ kind: 'end' } satisfies WorkerRequest);
      await ended;
    },
  };
}
