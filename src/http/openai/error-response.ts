import type { Context } from 'hono';
import type { OpenAiError } from './error.js';

/** An error that only OpenAI's routes know, in OpenAI's shape. */
export function openAiErrorResponse(c: Context, status: 400 | 404, error: OpenAiError): Response {
  return c.json({ error }, status, { 'Cache-Control': 'no-store' });
}
