import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { problemResponse } from './problem-response.js';

const MAX_ERRORS = 20;
const MAX_MESSAGE_LENGTH = 300;

type Outcome = { readonly success: true } | { readonly success: false; readonly error: ZodError };

/** What the routes do when a schema refuses a request: name each part that is wrong. */
export function answerInvalidRequest(outcome: Outcome, c: Context): Promise<Response> | undefined {
  if (outcome.success) return undefined;
  const errors = outcome.error.issues.slice(0, MAX_ERRORS).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, MAX_MESSAGE_LENGTH),
    message: issue.message.slice(0, MAX_MESSAGE_LENGTH),
  }));
  const first = errors[0];
  const where = first?.path ? `\`${first.path}\`: ` : '';
  const detail = `${where}${first?.message ?? 'Invalid'}. See \`errors\`, and /openapi.json for what is wanted.`;
  return problemResponse(c, { code: 'invalid_request', detail, errors });
}
