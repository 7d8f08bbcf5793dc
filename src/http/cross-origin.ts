import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';

const PREFLIGHT_SECONDS = 600;

/** Lets the named web origins call the service from a browser, and no other. */
export function crossOrigin(allowedOrigins: readonly string[]) {
  const allow = cors({
    origin: [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type'],
    exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
    maxAge: PREFLIGHT_SECONDS,
  });
  return createMiddleware(async (c, next) => {
    if (allowedOrigins.length === 0) return next();
    const preflight = c.req.header('access-control-request-method') !== undefined;
    const known = allowedOrigins.includes(c.req.header('origin') ?? '');
    if (c.req.method === 'OPTIONS' && !(preflight && known)) return next();
    return allow(c, next);
  });
}
