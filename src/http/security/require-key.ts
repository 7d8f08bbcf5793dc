import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnvironment } from '../app.js';
import { problemResponse } from '../problem-response.js';
import { type ApiKey, findApiKey, type Scope } from './api-keys.js';
import { presentedKey } from './presented-key.js';
import { requiredScope } from './required-scope.js';

/** Finds out who calls; refuses nobody, so that rate limits can tell callers apart first. */
export function identifyCaller(keys: readonly ApiKey[]) {
  return createMiddleware<AppEnvironment>(async (c, next) => {
    const presented = keys.length > 0 ? presentedKey(c.req.header('authorization')) : undefined;
    if (presented !== undefined) c.set('apiKey', findApiKey(keys, presented));
    await next();
  });
}

/** Where keys are set, lets in only those whose key holds the scope that the path needs. */
export function requireKey(keys: readonly ApiKey[], publicPages: boolean) {
  return createMiddleware<AppEnvironment>(async (c, next) => {
    if (keys.length === 0) return next();
    const question = c.req.query('question') !== undefined;
    const scope = requiredScope({ path: c.req.path, question, publicPages });
    const key = c.get('apiKey');
    if (scope === null || key?.scopes.has(scope)) return next();
    return key === undefined ? unauthorized(c) : forbidden(c, scope);
  });
}

function unauthorized(c: Context<AppEnvironment>): Promise<Response> {
  const sent = c.req.header('authorization') !== undefined;
  const detail = sent
    ? 'The key that was sent is not known here. Check it, or ask whoever runs the service for one.'
    : 'Send a key in the header "Authorization: Bearer <key>".';
  return problemResponse(c, {
    code: 'unauthorized',
    detail,
    headers: { 'WWW-Authenticate': challenge(c.req.path, sent ? ', error="invalid_token"' : '') },
  });
}

function forbidden(c: Context<AppEnvironment>, scope: Scope): Promise<Response> {
  return problemResponse(c, {
    code: 'forbidden',
    detail: `This needs a key with the scope "${scope}", which the key that was sent does not have.`,
    headers: {
      'WWW-Authenticate': challenge(c.req.path, `, error="insufficient_scope", scope="${scope}"`),
    },
  });
}

/** A browser that opens a page can ask a person for a password, and for nothing else. */
function challenge(path: string, error: string): string {
  const program = path.startsWith('/v1/') || path === '/mcp' || path === '/metrics';
  return program ? `Bearer realm="Footnote"${error}` : 'Basic realm="Footnote", charset="UTF-8"';
}
