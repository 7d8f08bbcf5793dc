import { describe, expect, it } from 'vitest';
import { createFootnoteClient } from '../../src/client/footnote-client.js';
import type { AskRequest } from '../../src/contract/ask.js';
import type { Engine } from '../../src/contract/engine.js';
import type { FeedbackRequest } from '../../src/contract/feedback.js';
import { FootnoteError } from '../../src/errors.js';
import { createSession } from '../../src/widget/session.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { ANSWERED, CITATION } from '../http/samples.js';
import { createTestApp } from '../http/test-app.js';

/** A conversation with the real service over the given engine. */
function sessionWith(
  engine: Partial<Engine>,
  onChange: (state: string | undefined) => void = () => {},
) {
  const kept: FeedbackRequest[] = [];
  const fake = createFakeEngine(engine);
  const { app } = createTestApp({
    engine: fake,
    feedback: {
      remember() {},
      async keep(request) {
        kept.push(request);
        if (request.note === 'fails') throw new FootnoteError('feedback_failed', 'no');
        return { answerId: request.answerId, verdict: request.verdict, keptAt: '2026-01-01' };
      },
      async close() {},
    },
  });
  const session = createSession({
    client: () =>
      createFootnoteClient({
        baseUrl: 'http://127.0.0.1:8787',
        fetch: async (url, init) => app.request(url, init),
      }),
    surroundings: { isOnline: () => true, isThere: async () => true },
    onChange: (turns) => onChange(turns.at(-1)?.state),
  });
  return { session, engine: fake, kept };
}

describe('a session', () => {
  it('asks, and sends along what was asked before', async () => {
    const states: (string | undefined)[] = [];
    const { session, engine } = sessionWith(
      {
        ask: async (_request, options) => {
          const [sentence] = ANSWERED.answer?.sentences ?? [];
          options?.onEvent?.({ type: 'retrieved', passages: 3 });
          if (sentence) options?.onEvent?.({ type: 'sentence', sentence, citations: [CITATION] });
          return ANSWERED;
        },
      },
      (state) => states.push(state),
    );
    await session.ask('  How large? ');
    expect(states).toEqual(['waiting', 'waiting', 'answering', 'answered']);
    await session.ask('And then?');
    await session.ask('   ');
    const asked = engine.calls.map(({ input }) => input as AskRequest);
    expect(asked).toEqual([
      { question: 'How large?', history: [] },
      {
        question: 'And then?',
        history: [{ question: 'How large?', answer: ANSWERED.answer?.text }],
      },
    ]);
    expect(session.turns().map(({ id }) => id)).toEqual([1, 2]);
  });

  it('stops a question at the service too, and takes no other meanwhile', async () => {
    let asked: () => void = () => {};
    const reached = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const { session, engine } = sessionWith({
      ask: (_request, options) => {
        options?.onEvent?.({ type: 'retrieved', passages: 3 });
        asked();
        return new Promise((_resolve, reject) => {
          const { signal } = options ?? {};
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      },
    });
    const asking = session.ask('How large?');
    await reached;
    await session.ask('Another?');
    await session.retry(1);
    session.stop();
    session.stop();
    await asking;
    expect(session.turns()).toMatchObject([{ question: 'How large?', state: 'stopped' }]);
    expect(engine.calls).toHaveLength(1);
  });

  it('tells why there is no answer, and asks again in the same place', async () => {
    let works = false;
    const { session } = sessionWith({
      ask: async () => {
        if (!works) throw new FootnoteError('overloaded', 'Too many questions wait.');
        return ANSWERED;
      },
    });
    await session.ask('How large?');
    expect(session.turns()).toMatchObject([
      { state: 'failed', failure: { kind: 'busy', detail: 'Too many questions wait.' } },
    ]);
    works = true;
    await session.retry(1);
    await session.retry(7);
    expect(session.turns()).toMatchObject([{ id: 1, state: 'answered', failure: null }]);
  });

  it('says whether an answer helped', async () => {
    const { session, kept } = sessionWith({ ask: async () => ANSWERED });
    await session.ask('How large?');
    await session.judge(1, 'up');
    await session.judge(1, 'down', ' The year. ');
    expect(kept).toEqual([
      { answerId: 'answer-1', verdict: 'up' },
      { answerId: 'answer-1', verdict: 'down', note: 'The year.' },
    ]);
    expect(session.turns()[0]?.judgement).toEqual({ verdict: 'down', state: 'kept', noted: true });
    await session.judge(1, 'down', 'fails');
    expect(session.turns()[0]?.judgement?.state).toBe('failed');
    await session.judge(9, 'up');
    expect(kept).toHaveLength(3);
  });

  it('forgets all of it', async () => {
    const { session } = sessionWith({ ask: async () => ANSWERED });
    await session.ask('How large?');
    session.clear();
    expect(session.turns()).toEqual([]);
  });
});
