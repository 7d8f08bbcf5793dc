import { ProblemError } from '../client/problem-error.js';
import { UnexpectedResponseError } from '../client/unexpected-response-error.js';
import type { ErrorCode } from '../errors.js';

/** Why a question got no answer, as far as it changes what a person is told. */
export type FailureKind =
  | 'offline'
  | 'unreachable'
  | 'origin'
  | 'rate-limited'
  | 'busy'
  | 'starting'
  | 'timeout'
  | 'refused'
  | 'broken';

export interface Failure {
  readonly kind: FailureKind;
  /** What the service itself said of it; null where it said nothing. */
  readonly detail: string | null;
  /** Seconds until another attempt may succeed; null where nobody said. */
  readonly retryAfterSeconds: number | null;
}

/** What the page knows of the way to the service. */
export interface Surroundings {
  isOnline(): boolean;
  /** Whether the service answers at all, even if it does not let this page read what. */
  isThere(): Promise<boolean>;
}

const KINDS: Readonly<Partial<Record<ErrorCode, FailureKind>>> = {
  origin_not_allowed: 'origin',
  rate_limited: 'rate-limited',
  overloaded: 'busy',
  not_ready: 'starting',
  index_missing: 'starting',
  index_locked: 'starting',
  timeout: 'timeout',
  request_timeout: 'timeout',
};

/** Tells what a failed call means for the person who asked. */
export async function failureOf(error: unknown, surroundings: Surroundings): Promise<Failure> {
  if (error instanceof ProblemError) {
    const { code, status, problem, retryAfterSeconds } = error;
    return { kind: KINDS[code] ?? byStatus(status), detail: problem.detail, retryAfterSeconds };
  }
  if (!surroundings.isOnline()) return plain('offline');
  if (error instanceof UnexpectedResponseError && !(error.status >= 200 && error.status < 300))
    return plain(byStatus(error.status));
  // A stream that was cut off and a service that is gone look the same; one that is there but cannot be read has refused the page.
  if (error instanceof UnexpectedResponseError) return plain('broken');
  return plain((await surroundings.isThere()) ? 'origin' : 'unreachable');
}

function byStatus(status: number): FailureKind {
  if (status === 429) return 'rate-limited';
  if (status >= 502 && status <= 504) return 'unreachable';
  return status >= 500 ? 'broken' : 'refused';
}

function plain(kind: FailureKind): Failure {
  return { kind, detail: null, retryAfterSeconds: null };
}
