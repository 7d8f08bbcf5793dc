import type { FallbackReason } from '../domain/reading-assistant.js';
import { ChatFailure } from './chat-failure.js';

const DEEPEST_CAUSE = 6;

/** What a request to the chat model failed of, whichever of the libraries between threw it. */
export function failureOf(error: unknown): ChatFailure {
  let status: number | undefined;
  let retryAfterMs: number | undefined;
  let cause: unknown = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && isObject(cause); depth++) {
    if (cause instanceof ChatFailure) return cause;
    if (status === undefined && 'status' in cause && typeof cause.status === 'number') {
      status = cause.status;
      retryAfterMs = 'headers' in cause ? retryAfterOf(cause.headers) : undefined;
    }
    cause = 'cause' in cause ? cause.cause : undefined;
  }
  if (status === undefined) {
    const isBroken = error instanceof SyntaxError || error instanceof TypeError;
    // undici tells of a broken connection by a TypeError with a cause.
    const isConnection = !isBroken || (isObject(error) && 'cause' in error && !!error.cause);
    return new ChatFailure(isConnection ? 'unreachable' : 'malformed', { isPassing: true });
  }
  const reason = reasonOf(status);
  const isPassing = reason === 'rate_limited' || reason === 'server_error';
  return new ChatFailure(reason, { isPassing, retryAfterMs, status });
}

function reasonOf(status: number): FallbackReason {
  if (status === 429) return 'rate_limited';
  if (status === 408 || status === 504) return 'timeout';
  if (status >= 500) return 'server_error';
  return 'rejected';
}

/** Seconds or a date, as RFC 9110 has it. */
function retryAfterOf(headers: unknown): number | undefined {
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
