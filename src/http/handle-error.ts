import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, FootnoteError } from '../errors.js';
import type { ProblemParts } from './describe-problem.js';
import type { Log } from './log.js';
import { problemResponse } from './problem-response.js';
import { PROBLEMS } from './problems.js';

/** Turns whatever was thrown into a problem document. */
export function handleError(log: Log): (error: Error, c: Context) => Promise<Response> {
  return (error, c) => problemResponse(c, problemParts(error, c.get('requestId'), log));
}

/** What may be told of an error. Causes and stacks go to the log alone. */
export function problemParts(error: Error, requestId: string, log: Log): ProblemParts {
  const code = codeOf(error);
  if (!PROBLEMS[code].speaks) log.error({ requestId, code, err: error }, 'a request failed');
  return { code, detail: error.message, requestId };
}

function codeOf(error: Error): ErrorCode {
  if (error instanceof FootnoteError) return error.code;
  if (error instanceof HTTPException && error.status < 500)
    return error.status === 415 ? 'unsupported_media_type' : 'invalid_request';
  return 'internal';
}
