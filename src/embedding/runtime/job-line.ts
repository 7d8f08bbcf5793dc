/** Where a job stands in line: every question goes before any passage. */
export type Urgency = 'query' | 'passage';

/** What a thread shall do, and who waits for it. */
export interface Job<Task> {
  readonly task: Task;
  readonly urgency: Urgency;
  /** Threads that died over it so far. */
  deaths: number;
  resolve(numbers: Float32Array): void;
  reject(cause: unknown): void;
}

/** Jobs that wait for a thread, and threads that wait for a job. */
export interface JobLine<Task> {
  /** Number of jobs no thread has taken. */
  readonly backlog: number;
  add(job: Job<Task>): void;
  /** Takes a job out of the line, if it is still there. */
  remove(job: Job<Task>): void;
  /**
   * The next job, once there is one; undefined once the line is closed and empty.
   * @param isAlive Whether who asks still wants it when it comes.
   */
  take(isAlive: () => boolean): Promise<Job<Task> | undefined>;
  /** Takes all jobs out of the line. */
  clear(): Job<Task>[];
  /** From now on whoever finds the line empty is told that it is over. */
  close(): void;
}

interface Taker<Task> {
  isAlive(): boolean;
  resolve(job: Job<Task> | undefined): void;
}

export function createJobLine<Task>(): JobLine<Task> {
  const jobs: Record<Urgency, Job<Task>[]> = { query: [], passage: [] };
  let takers: Taker<Task>[] = [];
  let closed = false;

  return {
    get backlog() {
      return jobs.query.length + jobs.passage.length;
    },
    add(job) {
      takers = takers.filter((taker) => taker.isAlive());
      const taker = takers.shift();
      if (taker === undefined) jobs[job.urgency].push(job);
      else taker.resolve(job);
    },
    remove(job) {
      jobs[job.urgency] = jobs[job.urgency].filter((other) => other !== job);
    },
    take(isAlive) {
      const job = jobs.query.shift() ?? jobs.passage.shift();
      if (job !== undefined || closed) return Promise.resolve(job);
      return new Promise((resolve) => {
        takers.push({ isAlive, resolve });
      });
    },
    clear() {
      return [...jobs.query.splice(0), ...jobs.passage.splice(0)];
    },
    close() {
      closed = true;
      for (const taker of takers.splice(0)) taker.resolve(undefined);
    },
  };
}
