import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, FootnoteError } from '../errors.js';
import type { Log } from './log.js';
import { problemResponse } from './problem-response.js';
import { PROBLEMS } from './problems.js';

/** Turns whatever was thrown into a problem document. Causes and stacks go to the log alone. */
export function handleError(log: Log): (error: Error, c: Context) => Promise<Response> {
  return (error, c) => {
    const code = codeOf(error);
    if (!PROBLEMS[code].speaks)
      log.error({ requestId: c.get('requestId'), code, err: error }, 'a request failed');
    return problemResponse(c, { code, detail: error.message });
  };
}

function codeOf(error: Error): ErrorCode {
  if (error instanceof FootnoteError) return error.code;
  if (error instanceof HTTPException && error.status < 500)
    return error.status === 415 ? 'unsupported_media_type' : 'invalid_request';
  return 'internal';
}
