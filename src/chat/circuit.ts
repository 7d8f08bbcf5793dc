import type { ChatStatus, FallbackReason } from '../domain/reading-assistant.js';
import { type ChatFailure, tellsOfServer } from './chat-failure.js';

/** Failures of the server in a row after which it is left alone. */
const FAILURES = 3;
/** For how long, where the server does not say. */
const PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

/** Keeps a server that fails from costing every question its time. */
export interface Circuit {
  /** Whether the model may be asked now. After a pause one request is let through, and the others once it has succeeded. */
  mayAsk(): boolean;
  succeeded(): void;
  failed(failure: ChatFailure): void;
  /** Whoever may ask and then does not, or is called off, says so. */
  calledOff(): void;
  readonly state: ChatStatus['state'];
  readonly lastFailure: FallbackReason | null;
}

/** @param now milliseconds of a clock that never goes back */
export function createCircuit(now: () => number): Circuit {
  let failures = 0;
  let pausedUntil = 0;
  let isTrying = false;
  let wasAsked = false;
  let lastFailure: FallbackReason | null = null;

  const isOpen = () => pausedUntil > 0;

  return {
    mayAsk() {
      if (!isOpen()) return true;
      if (isTrying || now() < pausedUntil) return false;
      isTrying = true;
      return true;
    },
    succeeded() {
      failures = 0;
      pausedUntil = 0;
      isTrying = false;
      wasAsked = true;
      lastFailure = null;
    },
    failed({ reason, retryAfterMs }) {
      isTrying = false;
      wasAsked = true;
      lastFailure = reason;
      if (!tellsOfServer(reason)) {
        failures = 0;
        pausedUntil = 0;
        return;
      }
      failures += 1;
      if (failures >= FAILURES)
        pausedUntil = now() + Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, retryAfterMs ?? 0));
    },
    calledOff() {
      isTrying = false;
    },
    get state() {
      if (isOpen()) return 'paused';
      if (lastFailure !== null) return 'failing';
      return wasAsked ? 'answering' : 'untried';
    },
    get lastFailure() {
      return lastFailure;
    },
  };
}
