/** Where a job stands in line: every question goes before any passage. */
export type Urgency = 'query' | 'passage';

/** Texts to embed together, and who waits for them. */
export interface Job {
  readonly texts: readonly string[];
  readonly urgency: Urgency;
  /** Threads that died over it so far. */
  deaths: number;
  resolve(vectors: Float32Array): void;
  reject(cause: unknown): void;
}

/** Jobs that wait for a thread, and threads that wait for a job. */
export interface JobLine {
  /** Number of jobs no thread has taken. */
  readonly backlog: number;
  add(job: Job): void;
  /** Takes a job out of the line, if it is still there. */
  remove(job: Job): void;
  /**
   * The next job, once there is one; undefined once the line is closed and empty.
   * @param isAlive Whether who asks still wants it when it comes.
   */
  take(isAlive: () => boolean): Promise<Job | undefined>;
  /** Takes all jobs out of the line. */
  clear(): Job[];
  /** From now on whoever finds the line empty is told that it is over. */
  close(): void;
}

interface Taker {
  isAlive(): boolean;
  resolve(job: Job | undefined): void;
}

export function createJobLine(): JobLine {
  const jobs: Record<Urgency, Job[]> = { query: [], passage: [] };
  let takers: Taker[] = [];
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
