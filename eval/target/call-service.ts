import type { z } from 'zod';
import { BusyError, retryAfterMs } from './busy-error.js';
import { ServiceError } from './service-error.js';

/** Characters of an unexpected body that a message shows. */
const SHOWN = 300;

/** Where a service is, and what it wants to be shown. */
export interface ServiceAddress {
  /** With or without a slash at its end. */
  readonly baseUrl: string;
  /** Sent as a bearer token. */
  readonly apiKey?: string | undefined;
}

interface Call {
  /** Below the base address: `/v1/ask`. */
  readonly path: string;
  /** Sent as JSON in a POST; without one it is a GET. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request.
 * @throws BusyError on 429 and 503, ServiceError where nobody answers
 */
export async function callService(
  { baseUrl, apiKey }: ServiceAddress,
  { path, body, signal }: Call,
): Promise<Response> {
  const url = baseUrl.replace(/\/+$/, '') + path;
  let response: Response;
  try {
    response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ?? null,
    });
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    throw new ServiceError(`${url} could not be reached: ${reason}`, { cause });
  }
  if (response.status !== 429 && response.status !== 503) return response;
  await response.body?.cancel();
  throw new BusyError(
    `${path} answered ${response.status}: the service is busy`,
    retryAfterMs(response.headers.get('retry-after'), Date.now()),
  );
}

/**
 * The JSON of a response.
 * @throws ServiceError on a status other than 200, on what is no JSON, on a body that breaks off
 */
export async function jsonOf(response: Response, path: string): Promise<unknown> {
  let body: string;
  try {
    body = await response.text();
  } catch (cause) {
    throw new ServiceError(`${path} broke off in the middle of its response: ${cause}`, { cause });
  }
  if (response.status !== 200)
    throw new ServiceError(`${path} answered ${response.status}: ${body.slice(0, SHOWN)}`);
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ServiceError(`${path} answered 200 without JSON: ${body.slice(0, SHOWN)}`, { cause });
  }
}

/** A value as a schema has it. @throws ServiceError naming the field that is not */
export function parsed<S extends z.ZodType>(value: unknown, schema: S, path: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path: field = [], message = '' } = result.error.issues[0] ?? {};
  throw new ServiceError(`${path} breaks the contract at "${field.join('.')}": ${message}`);
}
