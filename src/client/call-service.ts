import type { Problem } from '../contract/problem.js';
import { ProblemError } from './problem-error.js';
import { UnexpectedResponseError } from './unexpected-response-error.js';

export interface ClientOptions {
  /** Where the service is, with or without a slash at its end: `http://127.0.0.1:8787`. */
  readonly baseUrl: string;
  /** Needed where the service has keys set. */
  readonly apiKey?: string;
  /** Instead of the global one: to add headers, or for tests. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface Call {
  /** From the root of the service: `/v1/ask`. */
  readonly path: string;
  /** Sent as JSON in a POST; without one it is a GET. */
  readonly body?: unknown;
  readonly accept: 'application/json' | 'text/event-stream';
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request and gives the response if it is the answer that was asked for.
 * @throws ProblemError where the service said no, UnexpectedResponseError where it was not Footnote that answered, and what `fetch` throws where nobody did
 */
export async function callService(options: ClientOptions, call: Call): Promise<Response> {
  const { baseUrl, apiKey, fetch: send = (url, init) => fetch(url, init) } = options;
  const response = await send(`${baseUrl.replace(/\/+$/, '')}${call.path}`, {
    method: call.body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: call.accept,
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  const type = response.headers.get('content-type')?.split(';')[0]?.trim();
  if (response.ok && type === call.accept) return response;
  if (type === 'application/problem+json')
    throw new ProblemError((await response.json()) as Problem, retryAfterSeconds(response));
  await response.body?.cancel();
  throw new UnexpectedResponseError(
    `Footnote should answer ${call.path} with ${call.accept}; what came was ${response.status} ${type ?? 'without a type'}. Check the address ${baseUrl}.`,
    response,
  );
}

function retryAfterSeconds({ headers }: Response): number | null {
  const given = headers.get('retry-after') ?? '';
  return /^\d+$/.test(given) ? Number(given) : null;
}
