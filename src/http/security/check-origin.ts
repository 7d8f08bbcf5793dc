import { createMiddleware } from 'hono/factory';
import { problemResponse } from '../problem-response.js';

/**
 * Refuses requests that a browser sends for a page of another web origin than ours and the allowed
 * ones. Programs send no Origin and pass. That our own name is not another's is for `checkHost` to see.
 */
export function checkOrigin(allowedOrigins: readonly string[]) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined || allowedOrigins.includes(origin)) return next();
    if (URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host) return next();
    return problemResponse(c, {
      code: 'origin_not_allowed',
      detail: `Pages of "${origin.slice(0, 100)}" may not call this. Whoever runs the service can add it to ALLOWED_ORIGINS.`,
    });
  });
}
