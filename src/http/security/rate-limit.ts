import type { Context } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import type { AppEnvironment } from '../app.js';
import { problemResponse } from '../problem-response.js';
import { createBoundedCounts } from './bounded-counts.js';
import { isLoopback } from './loopback.js';
import { networkOf } from './plain-address.js';
import { clientAddressBehind } from './trusted-proxies.js';

const WINDOW_MS = 60_000;
/** About 2 MB of memory. */
const MAX_CLIENTS = 10_000;
const STANDARD_PER_ADDRESS = 600;
const STANDARD_PER_KEY = 3000;
/** Whoever watches the process must not be turned away. */
const UNLIMITED = new Set(['/healthz', '/readyz']);

export interface RateLimits {
  /** The address the service listens on. Where a limit is null there is none on loopback, unless a proxy stands before it. */
  readonly host: string;
  /** Requests a minute; 0 for no limit. */
  readonly rateLimitPerAddress: number | null;
  readonly rateLimitPerKey: number | null;
  readonly trustedProxies: readonly string[];
}

/**
 * Counts the requests of each key, or of each client address where no known key came, and refuses
 * those beyond the limit. Every response says how much is left.
 * @throws FootnoteError `config_invalid` where a trusted proxy is no address
 */
export function rateLimit({
  host,
  rateLimitPerAddress,
  rateLimitPerKey,
  trustedProxies,
}: RateLimits) {
  const local = isLoopback(host) && trustedProxies.length === 0;
  const standard = (limit: number) => (local ? 0 : limit);
  const perAddress = rateLimitPerAddress ?? standard(STANDARD_PER_ADDRESS);
  const perKey = rateLimitPerKey ?? standard(STANDARD_PER_KEY);
  const clientAddress = clientAddressBehind(trustedProxies);
  const limit = (c: Context<AppEnvironment>) =>
    c.get('apiKey') === undefined ? perAddress : perKey;
  return rateLimiter<AppEnvironment>({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-7',
    store: createBoundedCounts(WINDOW_MS, MAX_CLIENTS),
    skip: (c) => limit(c) === 0 || UNLIMITED.has(c.req.path),
    keyGenerator: (c) => {
      const key = c.get('apiKey');
      if (key !== undefined) return `key ${key.name}`;
      const connection = c.env?.incoming?.socket.remoteAddress ?? 'unknown';
      return networkOf(clientAddress(connection, c.req.header('x-forwarded-for')));
    },
    handler: (c) =>
      problemResponse(c, {
        code: 'rate_limited',
        detail: `No more than ${limit(c)} requests a minute. The header Retry-After says in how many seconds to come back.`,
      }),
  });
}
