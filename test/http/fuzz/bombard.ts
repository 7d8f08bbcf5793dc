import fc from 'fast-check';
import type { App } from '../../../src/http/app.js';
import { createTestApp } from '../test-app.js';
import { checkSound } from './check-sound.js';
import { type Description, requestsTo } from './requests.js';

/** The same requests each time; set FUZZ_SEED to send others. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_101);

interface BombardOptions {
  readonly runs: number;
  /** Keys that some of the requests bring. */
  readonly keys?: readonly string[];
}

/**
 * Sends requests of every kind to every route that the service describes, one after the other.
 * @returns How often each status came.
 * @throws where one is answered unsoundly, with the smallest such request that was found
 */
export async function bombard(
  app: App,
  { runs, keys = [] }: BombardOptions,
): Promise<ReadonlyMap<number, number>> {
  const response = await createTestApp().app.request('/openapi.json');
  const description = (await response.json()) as Description;
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requestsTo(description, keys), async (request) => {
      const status = await checkSound(app.fetch, request);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }),
    { numRuns: runs, seed: SEED },
  );
  return statuses;
}
