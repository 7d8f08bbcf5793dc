import type { z } from 'zod';
import { AskResponseSchema } from '../../src/contract/ask.js';
import { DocumentViewSchema } from '../../src/contract/document.js';
import { SearchResponseSchema } from '../../src/contract/search.js';
import { ServiceError } from './service-error.js';
import type { Target } from './target.js';

/**
 * A service that speaks Footnote's contract, reached over HTTP. Every response is checked against
 * the schema of the contract; a status other than 200 or a response that breaks the schema is a `ServiceError`.
 * @param baseUrl For instance `http://127.0.0.1:8787`.
 */
export function httpTarget(baseUrl: string): Target {
  const base = baseUrl.replace(/\/+$/, '');

  async function call(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(base + path, init);
    } catch (cause) {
      const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
      throw new ServiceError(`${base}${path} could not be reached: ${reason}`, { cause });
    }
  }

  async function post<S extends z.ZodType>(
    path: string,
    body: unknown,
    schema: S,
    signal?: AbortSignal,
  ): Promise<z.infer<S>> {
    const response = await call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
    return read(response, path, schema);
  }

  return {
    ask: (request, options) => post('/v1/ask', request, AskResponseSchema, options?.signal),
    search: (request, options) =>
      post('/v1/search', request, SearchResponseSchema, options?.signal),
    async document(id, options) {
      const path = `/v1/documents/${encodeURIComponent(id)}`;
      const response = await call(path, { signal: options?.signal ?? null });
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      return read(response, path, DocumentViewSchema);
    },
    close: async () => {},
  };
}

async function read<S extends z.ZodType>(
  response: Response,
  path: string,
  schema: S,
): Promise<z.infer<S>> {
  const body = await response.text();
  if (response.status !== 200)
    throw new ServiceError(`${path} answered ${response.status}: ${body.slice(0, 300)}`);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new ServiceError(`${path} answered 200 without JSON: ${body.slice(0, 100)}`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path: field = [], message = '' } = parsed.error.issues[0] ?? {};
  throw new ServiceError(`${path} breaks the contract at "${field.join('.')}": ${message}`);
}
