import type { AskResponse } from '../src/contract/ask.js';

/** The request that asks a question of a service. */
export function askRequest(question: string): RequestInit & { readonly body: string } {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question }),
  };
}

/**
 * Asks a service and reads its answer; undefined while the service still opens its index.
 * @param url Of the service, without a slash at its end.
 * @throws Error where the service refuses, with what it said.
 */
export async function askOverHttp(url: string, question: string): Promise<AskResponse | undefined> {
  const response = await fetch(`${url}/v1/ask`, askRequest(question));
  const text = await response.text();
  if (response.status === 503) return undefined;
  if (response.status !== 200)
    throw new Error(`The service should answer "${question}" and says ${response.status}: ${text}`);
  return JSON.parse(text) as AskResponse;
}
