import type { FallbackReason } from '../domain/reading-assistant.js';

export interface ChatFailureOptions {
  /** Whether the same request may succeed a moment later. */
  readonly isPassing?: boolean;
  /** Milliseconds after which the server says it may be asked again. */
  readonly retryAfterMs?: number | undefined;
  /** Of the HTTP answer. */
  readonly status?: number;
}

/**
 * A request to the chat model that came to nothing. Its message is the reason alone: what a server says may hold a key
 * or whatever somebody wants to see in a log.
 */
export class ChatFailure extends Error {
  readonly reason: FallbackReason;
  readonly isPassing: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(reason: FallbackReason, options: ChatFailureOptions = {}) {
    super(`The chat model gave no answer: ${reason}.`);
    this.name = 'ChatFailure';
    this.reason = reason;
    this.isPassing = options.isPassing ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}

/** Reasons that tell of the server rather than of what it said. */
const OF_THE_SERVER: ReadonlySet<FallbackReason> = new Set([
  'timeout',
  'unreachable',
  'rate_limited',
  'server_error',
  'rejected',
]);

/** Whether the next question is likely to fare no better. */
export function tellsOfServer(reason: FallbackReason): boolean {
  return OF_THE_SERVER.has(reason);
}
