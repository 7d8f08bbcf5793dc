import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { describeProblem, type ProblemParts } from './describe-problem.js';
import { problemPage } from './pages/problem-page.js';

/** When a request that met a 503 may succeed. */
const RETRY_AFTER_SECONDS = '1';

interface ResponseParts extends Omit<ProblemParts, 'requestId'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem document; as a page where a person's browser opened a page of ours. */
export async function problemResponse(c: Context, parts: ResponseParts): Promise<Response> {
  const problem = describeProblem({ ...parts, requestId: c.get('requestId') });
  const page = wantsPage(c);
  const headers = {
    'Content-Type': page ? 'text/html; charset=UTF-8' : 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(problem.status === 503 ? { 'Retry-After': RETRY_AFTER_SECONDS } : {}),
    ...parts.headers,
  };
  const body = page ? String(await problemPage(problem)) : JSON.stringify(problem);
  // Hono's list of statuses does not know 499.
  return c.body(body, problem.status as ContentfulStatusCode, headers);
}

function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/v1/') && (c.req.header('accept') ?? '').includes('text/html');
}
