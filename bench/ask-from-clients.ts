import autocannon from 'autocannon';
import { askRequest } from './ask-over-http.js';

/** How many ask at once, and when they stop: after so many seconds, or after so many answers. */
export type Clients = { readonly clients: number } & (
  | { readonly seconds: number }
  | { readonly answers: number }
);

/** What clients that ask without a pause get. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds each answer took, in the order they came. */
  readonly latenciesMs: readonly number[];
}

/**
 * Lets clients ask the same questions over and over, each its next as soon as it has its answer.
 * @param url Of the service, without a slash at its end.
 * @throws Error where any request failed or was refused: speed without answers is worth nothing.
 */
export async function askFromClients(
  url: string,
  questions: readonly string[],
  load: Clients,
): Promise<Load> {
  const latenciesMs: number[] = [];
  const options: autocannon.Options = {
    url: `${url}/v1/ask`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: questions.map((question) => ({ body: askRequest(question).body })),
    connections: load.clients,
    ...('seconds' in load ? { duration: load.seconds } : { amount: load.answers }),
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    running.on('response', (_client, _status, _bytes, ms) => latenciesMs.push(ms));
  });
  const { errors, timeouts, non2xx } = result;
  if (errors + timeouts + non2xx > 0 || latenciesMs.length === 0)
    throw new Error(
      `All answers to ${load.clients} clients should be 200: ${errors} errors, ${timeouts} timeouts, ${non2xx} refused, ${latenciesMs.length} answered.`,
    );
  return { perSecond: latenciesMs.length / result.duration, latenciesMs };
}
