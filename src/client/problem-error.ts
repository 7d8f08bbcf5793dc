import type { Problem } from '../contract/problem.js';

/** The service said no; `problem` says why, in the closed list of codes that its reference names. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Seconds after which the same request may succeed; null where the service named none. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(`${problem.title}. ${problem.detail}`);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code(): Problem['code'] {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}
