import { describe, expect, it } from 'vitest';
import type { AskResponse } from '../../src/contract/ask.js';
import type { Engine } from '../../src/contract/engine.js';
import { createLiveEngine } from '../../src/upkeep/live-engine.js';
import { createFakeEngine } from '../http/fake-engine.js';

/** An engine of one index that answers when told to, and says when it is closed. */
function indexed(fingerprint: string) {
  const answers: (() => void)[] = [];
  let closed = false;
  const engine: Engine = createFakeEngine({
    ask: ({ question }) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new Error('asked after it was closed'));
        answers.push(() => {
          if (closed) reject(new Error('closed under a question'));
          resolve({ question, index: { fingerprint } } as AskResponse);
        });
      }),
    documents: async () => ({ documents: [] }),
    status: () => ({
      index: { fingerprint, counts: { documents: 1, passages: 1, sentences: 1 } },
      embeddingModel: 'words',
      reader: 'fake',
    }),
    close: async () => {
      closed = true;
    },
  });
  return {
    engine,
    isClosed: () => closed,
    answerAll: () => {
      for (const answer of answers.splice(0)) answer();
    },
  };
}

const ask = async (engine: Engine) => (await engine.ask({ question: '?' })).index.fingerprint;

describe('a switch to another index', () => {
  it('lets what is under way end where it began, and answers the rest from the new one', async () => {
    const [first, second] = [indexed('one'), indexed('two')];
    const live = createLiveEngine(first.engine);
    const before = ask(live);
    live.switchTo(second.engine);
    const after = ask(live);
    expect(first.isClosed()).toBe(false);
    second.answerAll();
    first.answerAll();
    expect(await Promise.all([before, after])).toEqual(['one', 'two']);
    expect([first.isClosed(), second.isClosed()]).toEqual([true, false]);
  });

  it('closes the old one at once where nothing is under way, and never twice', async () => {
    const [first, second] = [indexed('one'), indexed('two')];
    const live = createLiveEngine(first.engine);
    await live.documents();
    live.switchTo(second.engine);
    expect(first.isClosed()).toBe(true);
    await live.close();
    expect(second.isClosed()).toBe(true);
  });

  it('tells which index answers, and from when', () => {
    const live = createLiveEngine(indexed('one').engine);
    const began = Date.parse(live.status().index.since ?? '');
    live.switchTo(indexed('two').engine);
    const { fingerprint, since } = live.status().index;
    expect(fingerprint).toBe('two');
    expect(Date.parse(since ?? '')).toBeGreaterThanOrEqual(began);
  });

  it('closes what answers only when its last question has ended', async () => {
    const only = indexed('one');
    const live = createLiveEngine(only.engine);
    const asked = ask(live);
    const closing = live.close();
    only.answerAll();
    expect(await asked).toBe('one');
    await closing;
    expect(only.isClosed()).toBe(true);
  });
});
