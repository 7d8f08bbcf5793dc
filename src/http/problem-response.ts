import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../contract/problem.js';
import { describeProblem, type ProblemParts } from './describe-problem.js';
import { openAiErrorOf, speaksOpenAi } from './openai/error.js';
import { problemPage } from './pages/problem-page.js';

/** When a request that met a 503 may succeed. */
const RETRY_AFTER_SECONDS = '1';

interface ResponseParts extends Omit<ProblemParts, 'requestId'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem document; as a page where a person's browser opened a page of ours, and in their shape for OpenAI's clients. */
export async function problemResponse(c: Context, parts: ResponseParts): Promise<Response> {
  const problem = describeProblem({ ...parts, requestId: c.get('requestId') });
  const { type, body } = await written(c, problem);
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    ...(problem.status === 503 ? { 'Retry-After': RETRY_AFTER_SECONDS } : {}),
    ...parts.headers,
  };
  // Hono's list of statuses does not know 499.
  return c.body(body, problem.status as ContentfulStatusCode, headers);
}

async function written(c: Context, problem: Problem): Promise<{ type: string; body: string }> {
  if (speaksOpenAi(c.req.path))
    return { type: 'application/json', body: JSON.stringify({ error: openAiErrorOf(problem) }) };
  if (wantsPage(c))
    return { type: 'text/html; charset=UTF-8', body: String(await problemPage(problem)) };
  return { type: 'application/problem+json', body: JSON.stringify(problem) };
}

function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/v1/') && (c.req.header('accept') ?? '').includes('text/html');
}
