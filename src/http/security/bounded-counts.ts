import type { Store } from 'hono-rate-limiter';
import type { AppEnvironment } from '../app.js';

interface Count {
  totalHits: number;
  readonly resetTime: Date;
}

/**
 * Counts requests of each client within its window, in memory, for at most `maxClients` of them. A new
 * client beyond that takes the place of the one whose window began first.
 */
export function createBoundedCounts(
  windowMs: number,
  maxClients: number,
  now: () => number = Date.now,
): Store<AppEnvironment> & { readonly size: number } {
  // Windows begin in the order of the entries, so whatever has ended stands at the front.
  const counts = new Map<string, Count>();

  function dropEnded(): void {
    for (const [key, { resetTime }] of counts) {
      if (resetTime.getTime() > now()) break;
      counts.delete(key);
    }
  }

  function begin(key: string): Count {
    const [first] = counts.keys();
    if (counts.size >= maxClients && first !== undefined) counts.delete(first);
    const count = { totalHits: 0, resetTime: new Date(now() + windowMs) };
    counts.set(key, count);
    return count;
  }

  return {
    localKeys: true,
    get size() {
      return counts.size;
    },
    increment(key) {
      dropEnded();
      const count = counts.get(key) ?? begin(key);
      count.totalHits += 1;
      return count;
    },
    decrement(key) {
      const count = counts.get(key);
      if (count !== undefined) count.totalHits -= 1;
    },
    resetKey(key) {
      counts.delete(key);
    },
  };
}
