import type { createTestApp } from './test-app.js';

const MOST_LOOKS = 1000;

/** Resolves once so many questions wait for their turn, as the metrics tell. */
export async function untilWaiting(
  app: ReturnType<typeof createTestApp>['app'],
  wanted: number,
): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const text = await (await app.request('/metrics')).text();
    if (text.includes(`footnote_questions{state="waiting"} ${wanted}\n`)) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  throw new Error(`${wanted} questions should wait`);
}
