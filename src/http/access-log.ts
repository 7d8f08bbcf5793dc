import { createMiddleware } from 'hono/factory';
import type { AppEnvironment } from './app.js';
import type { Log } from './log.js';

/**
 * One line a request, written when the head of its response is ready. The path alone, without its
 * query, for a question of the page stands there; the name of a key, never the key.
 */
export function accessLog(log: Log) {
  return createMiddleware<AppEnvironment>(async (c, next) => {
    const begun = performance.now();
    await next();
    const fields = {
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      durationMs: Math.round((performance.now() - begun) * 10) / 10,
      key: c.get('apiKey')?.name,
    };
    log.info(fields, 'request');
  });
}
