import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Metrics } from './create-metrics.js';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Counts each request under the pattern of its route. */
export function countRequests(metrics: Metrics) {
  return createMiddleware(async (c, next) => {
    const begun = performance.now();
    await next();
    metrics.requested({
      method: METHODS.has(c.req.method) ? c.req.method : 'other',
      route: routeOf(c),
      status: c.res.status,
      durationMs: performance.now() - begun,
    });
  });
}

/** `none` where no route matched: what matched last is then a pattern for every path. */
function routeOf(c: Context): string {
  const pattern = routePath(c, -1);
  return pattern.endsWith('*') ? 'none' : pattern.replace(/\{[^}]*\}/g, '');
}
