import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.js';
import type { FeedbackStore } from '../../src/contract/feedback.js';
import { createApiKey } from '../../src/http/security/api-keys.js';
import { createFakeEngine } from './fake-engine.js';
import { bombard } from './fuzz/bombard.js';
import { ABSTAINED, ANSWERED, DISAGREED, DOCUMENT, FOUND, STATUS } from './samples.js';
import { createTestApp } from './test-app.js';

const RUNS = 10_000;
const RESPONSES = [ANSWERED, ABSTAINED, DISAGREED];

/** Answers at once and of every kind, without reading anything. */
function quickEngine(): Engine {
  let asked = 0;
  return createFakeEngine({
    ask: async ({ question }, options) => {
      const response = RESPONSES[asked++ % RESPONSES.length] ?? ANSWERED;
      options?.onEvent?.({ type: 'retrieved', passages: 1 });
      return { ...response, question };
    },
    search: async ({ query }) => ({ ...FOUND, query }),
    documents: async () => ({ documents: [DOCUMENT] }),
    document: async (id) => (id === DOCUMENT.id ? DOCUMENT : undefined),
    status: () => STATUS,
  });
}

const feedback: FeedbackStore = {
  remember: () => {},
  keep: async ({ answerId, verdict }) =>
    answerId === ANSWERED.id ? { answerId, verdict, keptAt: '2026-01-01' } : undefined,
  close: async () => {},
};

describe('requests of every kind', () => {
  it('are answered or refused with a reason, by a service that is open', async () => {
    const allowedOrigins = ['https://a.example'];
    const { app } = createTestApp({ engine: quickEngine(), feedback, allowedOrigins });
    const statuses = await bombard(app, { runs: RUNS });
    expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(RUNS);
    // The requests do reach what they are meant for, and miss it in every way.
    expect(statuses.get(200)).toBeGreaterThan(RUNS / 10);
    for (const status of [201, 400, 404, 405, 413, 415]) expect(statuses.has(status)).toBe(true);
  });

  it('are answered or refused with a reason, by a service that wants keys and slow clients', async () => {
    const reader = createApiKey('reader', ['ask']);
    const ops = createApiKey('ops', ['admin']);
    const { app } = createTestApp({
      engine: quickEngine(),
      apiKeys: [reader.entry, ops.entry],
      feedback,
      rateLimitPerAddress: 1000,
    });
    const statuses = await bombard(app, { runs: RUNS / 5, keys: [reader.key, ops.key] });
    for (const status of [200, 401, 403, 429]) expect(statuses.has(status)).toBe(true);
  });
});
