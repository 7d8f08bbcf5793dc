import { describe, expect, it } from 'vitest';
import { FeedbackReceiptSchema, type FeedbackStore } from '../../src/contract/feedback.js';
import { FootnoteError } from '../../src/errors.js';
import { createFakeEngine } from './fake-engine.js';
import { ANSWERED } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

/** Keeps in memory; knows what it was told to remember. */
function memoryStore() {
  const known = new Set<string>();
  const kept: unknown[] = [];
  const store: FeedbackStore = {
    remember: (_request, { id }) => void known.add(id),
    async keep(feedback) {
      if (!known.has(feedback.answerId)) return undefined;
      kept.push(feedback);
      return { ...feedback, keptAt: '2026-01-01T00:00:00.000Z' };
    },
    close: async () => {},
  };
  return { store, kept };
}

const engine = createFakeEngine({ ask: async () => ANSWERED });

describe('POST /v1/feedback', () => {
  it('keeps a verdict on an answer that was given, on whatever surface', async () => {
    const { store, kept } = memoryStore();
    const { app, post } = createTestApp({ engine, feedback: store });
    await app.request('/?question=a');
    const feedback = { answerId: 'answer-1', verdict: 'down', note: 'wrong year' };
    const response = await post('/v1/feedback', feedback);
    expect(response.status).toBe(201);
    expect(FeedbackReceiptSchema.parse(await response.json()).answerId).toBe('answer-1');
    expect(kept).toEqual([feedback]);
  });

  it('does not know an answer that was not given', async () => {
    const { post } = createTestApp({ engine, feedback: memoryStore().store });
    const response = await post('/v1/feedback', { answerId: 'answer-1', verdict: 'up' });
    expect((await problemOf(response)).code).toBe('not_found');
  });

  it('says so where feedback is switched off', async () => {
    const response = await createTestApp({ engine }).post('/v1/feedback', {
      answerId: 'answer-1',
      verdict: 'up',
    });
    expect((await problemOf(response)).detail).toContain('switched off');
  });

  it.each([
    ['another verdict', { answerId: 'a', verdict: 'sideways' }],
    ['no verdict', { answerId: 'a' }],
    ['no id', { verdict: 'up' }],
    ['a long note', { answerId: 'a', verdict: 'up', note: 'x'.repeat(2001) }],
    ['more than it takes', { answerId: 'a', verdict: 'up', user: 'me' }],
  ])('refuses %s', async (_what, body) => {
    const { post } = createTestApp({ engine, feedback: memoryStore().store });
    expect((await problemOf(await post('/v1/feedback', body))).code).toBe('invalid_request');
  });

  it('tells the client to try again where the disk fails, and the log why', async () => {
    const cause = new Error('ENOSPC /secret/path');
    const store: FeedbackStore = {
      ...memoryStore().store,
      keep: () => Promise.reject(new FootnoteError('feedback_failed', 'no', { cause })),
    };
    const { post, lines } = createTestApp({ engine, feedback: store });
    const response = await post('/v1/feedback', { answerId: 'a', verdict: 'up' });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('secret');
    expect(lines.find(({ level }) => level === 'error')?.fields['err']).toMatchObject({ cause });
  });
});
