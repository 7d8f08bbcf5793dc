import { describe, expect, it } from 'vitest';
import { createFakeEngine } from './fake-engine.js';
import { ANSWERED, FOUND, STATUS } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';
import { untilWaiting } from './until-waiting.js';

function busy() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const engine = createFakeEngine({
    ask: () => ended.then(() => ANSWERED),
    search: async () => FOUND,
    documents: async () => ({ documents: [] }),
    status: () => STATUS,
  });
  return { end, ...createTestApp({ engine, questionsAtOnce: 1, questionsWaiting: 1 }) };
}

describe('more questions than can be answered', () => {
  it('are told when to come back, while those that wait get their answer', async () => {
    const { end, post, app } = busy();
    const taken = [post('/v1/ask', { question: 'a' }), post('/v1/search', { query: 'b' })];
    await untilWaiting(app, 1);
    // What comes third finds one at work and one waiting, whatever it is.
    const statuses: number[] = [];
    for (const path of ['/v1/ask', '/v1/search']) {
      const body = path === '/v1/ask' ? { question: 'c' } : { query: 'c' };
      const refused = await post(path, body);
      statuses.push(refused.status);
      expect(refused.headers.get('retry-after')).toBe('1');
      expect((await problemOf(refused)).code).toBe('overloaded');
    }
    expect(statuses).toEqual([503, 503]);
    expect((await app.request('/v1/documents')).status).toBe(200);
    const page = await app.request('/?question=d', { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(503);
    end();
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('are told to come back, rather than begun too late to be of use', async () => {
    const engine = createFakeEngine({ ask: () => new Promise(() => {}) });
    const { post } = createTestApp({ engine, questionsAtOnce: 1, askTimeoutMs: 60 });
    const both = [post('/v1/ask', { question: 'a' }), post('/v1/ask', { question: 'b' })];
    const codes = (await Promise.all((await Promise.all(both)).map(problemOf))).map(
      ({ code }) => code,
    );
    expect(codes.sort()).toEqual(['overloaded', 'timeout']);
    expect(engine.calls).toHaveLength(1);
  });
});
