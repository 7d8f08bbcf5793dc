import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorCode } from '../errors.js';
import { problemPage } from './pages/problem-page.js';
import type { Problem } from './problem-schema.js';
import { PROBLEMS } from './problems.js';

/** When a request that met a 503 may succeed. */
const RETRY_AFTER_SECONDS = '1';

interface ProblemParts {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors?: Problem['errors'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem document; as a page where a person's browser opened a page of ours. */
export async function problemResponse(c: Context, parts: ProblemParts): Promise<Response> {
  const { status, title, speaks } = PROBLEMS[parts.code];
  const requestId: string = c.get('requestId');
  const problem: Problem = {
    type: `urn:footnote:problem:${parts.code}`,
    title,
    status,
    code: parts.code,
    detail: speaks ? parts.detail : `The log of the service says more under request ${requestId}.`,
    instance: `urn:footnote:request:${requestId}`,
    requestId,
    ...(parts.errors === undefined ? {} : { errors: parts.errors }),
  };
  const page = wantsPage(c);
  const headers = {
    'Content-Type': page ? 'text/html; charset=UTF-8' : 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': RETRY_AFTER_SECONDS } : {}),
    ...parts.headers,
  };
  const body = page ? String(await problemPage(problem)) : JSON.stringify(problem);
  // Hono's list of statuses does not know 499.
  return c.body(body, status as ContentfulStatusCode, headers);
}

function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/v1/') && (c.req.header('accept') ?? '').includes('text/html');
}
