import { z } from 'zod';
import type { Problem } from '../../contract/problem.js';
import { parameterName } from './parameter-name.js';

const OpenAiErrorSchema = z.object({
  message: z.string(),
  type: z.string(),
  param: z.string().nullable(),
  code: z.string().nullable(),
});

export type OpenAiError = z.infer<typeof OpenAiErrorSchema>;

/** How OpenAI's API says no. */
export const OpenAiErrorBodySchema = z
  .object({ error: OpenAiErrorSchema })
  .meta({ id: 'OpenAiError', description: "OpenAI's error shape." });

/** Routes of OpenAI's API, those that are not served too: its clients read no problem documents. */
const OPENAI_PATHS = /^\/v1\/(?:chat|models|completions|embeddings|responses)(?:\/|$)/;

/** Whether whoever calls this path expects OpenAI's error shape. */
export function speaksOpenAi(path: string): boolean {
  return OPENAI_PATHS.test(path);
}

/** OpenAI's own codes where it has one for the status; else `code` is that of our closed list. */
const CODES: Readonly<Record<number, string>> = {
  401: 'invalid_api_key',
  429: 'rate_limit_exceeded',
};

/** A problem document in OpenAI's shape. */
export function openAiErrorOf({ status, title, detail, code, errors }: Problem): OpenAiError {
  const [first] = errors ?? [];
  const path = first?.path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)) ?? [];
  return {
    message: `${title}. ${detail}`,
    type: typeOf(status),
    param: parameterName(path) || null,
    code: CODES[status] ?? code,
  };
}

function typeOf(status: number): string {
  if (status >= 500) return 'server_error';
  return status === 429 ? 'requests' : 'invalid_request_error';
}
