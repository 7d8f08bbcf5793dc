import { describe, expect, it } from 'vitest';
import { evaluate } from '../../eval/evaluate.js';
import type { Target } from '../../eval/target/target.js';
import { fakeTarget } from './fake-target.js';
import { answerable } from './tower-questions.js';

const HEIGHT = { quote: 'The tower is 80 metres high.', from: 'tower' };

async function stageOf(target: Target, question = answerable('height'), timeoutMs = 60_000) {
  const { judged } = await evaluate(target, [question], { timeoutMs });
  return judged[0]?.stage;
}

/** Refuses, and says which sentence it would have chosen. */
function refusing(start: number, end: number): Target {
  const fake = fakeTarget({});
  const sentence = { passageId: 'tower#0', start, end, text: '', score: 1, probability: 1 };
  const sentences = [{ ...sentence, features: [] }];
  const parts = [{ question: 'height?', retrieval: null, sentences }];
  return {
    ...fake,
    explains: true,
    ask: async (request) => ({
      ...(await fake.ask(request)),
      ...(request.explain === true && { explanation: { confidence: 0.1, parts } }),
    }),
  };
}

describe('the stage that went wrong', () => {
  it('tells a refusal of the right sentence from one of another', async () => {
    expect(await stageOf(refusing(0, 28))).toBe('refused');
    expect(await stageOf(refusing(51, 71))).toBe('not-chosen');
  });

  it('is not known where the target cannot search', async () => {
    const { search: _, ...target } = fakeTarget({});
    expect(await stageOf(target)).toBe('undiagnosed');
  });

  it('is a false quote where the answer is right and the span is not', async () => {
    expect(await stageOf(fakeTarget({ 'height?': { ...HEIGHT, shift: 1 } }))).toBe('false-quote');
  });

  it('is a false disagreement where none is known', async () => {
    const sides = ['80 metres', '82 metres'];
    expect(await stageOf(fakeTarget({ 'height?': { ...HEIGHT, sides } }))).toBe(
      'false-disagreement',
    );
  });

  it('is one-sided where a side is missing', async () => {
    const question = answerable('height', { sides: [['80 metres'], ['82 metres']] });
    const sides = ['80 metres', '81 metres'];
    expect(await stageOf(fakeTarget({ 'height?': { ...HEIGHT, sides } }), question)).toBe(
      'one-sided',
    );
  });

  it('is a time-out where no response comes in time', async () => {
    const target: Target = {
      ...fakeTarget({}),
      ask: (_, options) =>
        new Promise((__, reject) => {
          options?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    };
    expect(await stageOf(target, answerable('height'), 20)).toBe('timed-out');
  });
});
