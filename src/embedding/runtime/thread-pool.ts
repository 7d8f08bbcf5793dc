import { FootnoteError } from '../../errors.js';
import { createJobLine, type Job, type Urgency } from './job-line.js';
import { ThreadDiedError, type WorkingThread } from './working-thread.js';

/** Threads that share one line of jobs. */
export interface ThreadPool<Task> {
  /** Length of every vector. */
  readonly dimension: number;
  /**
   * What a thread makes of the task.
   * @throws FootnoteError `embedding_failed`, or `cancelled` where the signal ended the wait.
   */
  run(task: Task, urgency: Urgency, signal?: AbortSignal): Promise<Float32Array>;
  /** Lets all jobs finish, then ends the threads. Later jobs fail. */
  close(): Promise<void>;
}

/** A job whose thread died is given to another thread this often. */
const MOST_DEATHS = 1;

/**
 * Starts the first thread and waits for it; the others start when jobs have to wait.
 * @param startThread Starts one thread.
 * @param most Threads at most, from 1.
 * @throws whatever loading the model in the first thread threw.
 */
export async function openThreadPool<Task>(
  startThread: () => WorkingThread<Task>,
  most: number,
): Promise<ThreadPool<Task>> {
  const line = createJobLine<Task>();
  const loops = new Set<Promise<void>>();
  let closed = false;

  /** Works through the line until it is closed or the thread dies. */
  const work = async (thread: WorkingThread<Task>): Promise<void> => {
    let alive = true;
    void thread.ended.then(() => {
      alive = false;
    });
    while (alive) {
      const job = await line.take(() => alive);
      if (job === undefined) return thread.end();
      try {
        job.resolve(await thread.run(job.task));
      } catch (cause) {
        if (cause instanceof ThreadDiedError) job.deaths += 1;
        if (cause instanceof ThreadDiedError && job.deaths <= MOST_DEATHS) line.add(job);
        else job.reject(embeddingFailed(cause));
      }
    }
  };

  const addThread = (): Promise<number> => {
    const thread = startThread();
    const loop = thread.ready.then(() => work(thread)).catch(() => thread.ended);
    loops.add(loop);
    void loop.finally(() => {
      loops.delete(loop);
      growIfNeeded();
    });
    return thread.ready;
  };

  const growIfNeeded = () => {
    if (line.backlog === 0 || loops.size >= most) return;
    addThread().catch((cause: unknown) => {
      // Another thread may still work through the line; without one, nobody would.
      if (loops.size <= 1) for (const job of line.clear()) job.reject(embeddingFailed(cause));
    });
  };

  const dimension = await addThread();
  return {
    dimension,
    async run(task, urgency, signal) {
      if (closed) throw embeddingFailed(new Error('the model was closed'));
      if (signal?.aborted) throw cancelled(signal.reason);
      let cancel = () => {};
      try {
        return await new Promise((resolve, reject) => {
          const job: Job<Task> = { task, urgency, deaths: 0, resolve, reject };
          cancel = () => {
            line.remove(job);
            reject(cancelled(signal?.reason));
          };
          signal?.addEventListener('abort', cancel);
          line.add(job);
          growIfNeeded();
        });
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    async close() {
      closed = true;
      line.close();
      while (loops.size > 0) await Promise.all(loops);
    },
  };
}

function embeddingFailed(cause: unknown): FootnoteError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new FootnoteError('embedding_failed', `The model could not be run: ${why}.`, { cause });
}

function cancelled(reason: unknown): FootnoteError {
  if (reason instanceof FootnoteError) return reason;
  return new FootnoteError('cancelled', 'The work was cancelled.', { cause: reason });
}
