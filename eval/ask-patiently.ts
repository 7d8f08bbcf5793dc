import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { AskRequest } from '../src/contract/ask.js';
import { BusyError } from './target/busy-error.js';
import type { Reply } from './target/reply.js';
import type { Target } from './target/target.js';

/** Times that a busy service is asked anew. */
const MOST_WAITS = 5;
/** A service that wants a longer wait is not waited for. */
const LONGEST_WAIT_MS = 60_000;

/** What came of asking, the last time where it was asked several times. */
export type Attempt = {
  /** Milliseconds from the last request to the whole response, or until it was given up. */
  readonly latencyMs: number;
  /** How many times the service was busy before. */
  readonly waits: number;
} & (
  | { readonly response: Reply }
  | { readonly response: null; readonly error: unknown; readonly timedOut: boolean }
);

/**
 * Asks once, and anew as long as the service says that it is busy: up to five times, each after the wait it asks for, up
 * to a minute. Waits count neither as latency nor against the time limit, which is each request's own.
 * @param timeoutMs After so many milliseconds a request is given up, whether or not the target listens to its signal.
 */
export async function askPatiently(
  target: Target,
  request: AskRequest,
  timeoutMs: number,
): Promise<Attempt> {
  for (let waits = 0; ; waits++) {
    const attempt = await askOnce(target, request, timeoutMs);
    const wait =
      attempt.response === null && attempt.error instanceof BusyError
        ? attempt.error.retryAfterMs
        : null;
    if (wait === null || waits === MOST_WAITS || wait > LONGEST_WAIT_MS)
      return { ...attempt, waits };
    await pause(wait);
  }
}

async function askOnce(target: Target, request: AskRequest, timeoutMs: number) {
  const signal = AbortSignal.timeout(timeoutMs);
  const begun = performance.now();
  const latencyMs = () => performance.now() - begun;
  try {
    const response = await Promise.race([target.ask(request, { signal }), rejection(signal)]);
    return { response, latencyMs: latencyMs() };
  } catch (thrown) {
    const timedOut = signal.aborted;
    const error = timedOut ? `No response within ${timeoutMs} ms` : thrown;
    return { response: null, error, timedOut, latencyMs: latencyMs() };
  }
}

/** Rejects when a signal is aborted. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
