import { createMiddleware } from 'hono/factory';
import type { Log } from './log.js';

/**
 * One line a request. The path alone, without its query: a question of the page stands there, and
 * what people ask is not logged unless the level is `debug`.
 */
export function accessLog(log: Log) {
  return createMiddleware(async (c, next) => {
    const begun = performance.now();
    await next();
    const fields = {
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      durationMs: Math.round((performance.now() - begun) * 10) / 10,
    };
    log.info(fields, 'request');
    log.debug({ requestId: fields.requestId, url: c.req.url }, 'request url');
  });
}
