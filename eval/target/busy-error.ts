import { ServiceError } from './service-error.js';

/** What is waited where a service that is busy does not say how long. */
const UNTOLD_WAIT_MS = 1000;

/** The service is busy (503) or thinks it is asked too often (429), and may be asked again. */
export class BusyError extends ServiceError {
  /** What the service's `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.name = 'BusyError';
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * `Retry-After` in milliseconds: whole seconds, or an HTTP date (RFC 9110, 10.2.3). A second where it is absent or neither.
 * @param now Milliseconds since 1970.
 */
export function retryAfterMs(header: string | null, now: number): number {
  const given = header?.trim() ?? '';
  if (/^\d+$/.test(given)) return Number(given) * 1000;
  const until = given === '' ? Number.NaN : Date.parse(given);
  return Number.isNaN(until) ? UNTOLD_WAIT_MS : Math.max(0, until - now);
}
