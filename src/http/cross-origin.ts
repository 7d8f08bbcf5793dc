import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';

const PREFLIGHT_SECONDS = 600;

/** What OpenAI's client sends along with every request, in a browser too. */
const OPENAI_CLIENT_HEADERS = [
  'OpenAI-Organization',
  'OpenAI-Project',
  'X-Stainless-Arch',
  'X-Stainless-Helper-Method',
  'X-Stainless-Lang',
  'X-Stainless-OS',
  'X-Stainless-Package-Version',
  'X-Stainless-Poll-Helper',
  'X-Stainless-Retry-Count',
  'X-Stainless-Runtime',
  'X-Stainless-Runtime-Version',
  'X-Stainless-Timeout',
];

/**
 * Lets the named web origins call the service from a browser, and no other. They bring a key where one
 * is needed; what a browser remembers for us (credentials) is not sent for them.
 */
export function crossOrigin(allowedOrigins: readonly string[]) {
  const allow = cors({
    origin: [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Last-Event-ID',
      'Mcp-Protocol-Version',
      'Mcp-Session-Id',
      'X-Request-Id',
      ...OPENAI_CLIENT_HEADERS,
    ],
    exposeHeaders: [
      'ETag',
      'Mcp-Session-Id',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'WWW-Authenticate',
      'X-Request-Id',
    ],
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
