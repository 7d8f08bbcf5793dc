import { describe, expect, it } from 'vitest';
import { chatFigures } from '../../../eval/chat/chat-figures.js';
import { chatText } from '../../../eval/chat/chat-text.js';
import type { Outcome } from '../../../eval/outcome.js';
import type { Reply } from '../../../eval/target/reply.js';

type Diagnostics = NonNullable<Reply['diagnostics']>;

const WRITTEN: Diagnostics = {
  reader: 'chat',
  fallback: null,
  questions: 'own',
  sentences: { written: 3, verified: 1, repaired: 1, dropped: 1 },
  failures: { figure: 2, name: 1 },
  calls: 2,
  tokens: { prompt: 900, completion: 100, estimated: false },
  modelMs: 800,
};
const FAILED: Diagnostics = {
  reader: 'extractive',
  fallback: 'timeout',
  questions: 'model',
  sentences: { written: 0, verified: 0, repaired: 0, dropped: 0 },
  failures: {},
  calls: 1,
  tokens: { prompt: 0, completion: 0, estimated: true },
  modelMs: 1200,
};
const NOT_ASKED: Diagnostics = { ...FAILED, fallback: 'not_asked', questions: 'own', calls: 0 };

function outcomes(...all: (Diagnostics | undefined)[]): Outcome[] {
  return all.map((diagnostics, place) => ({
    question: {
      id: `q${place}`,
      question: 'Which?',
      category: 'entity',
      split: 'dev',
      answerable: false,
    } as Outcome['question'],
    response: {
      answer: null,
      abstention: null,
      disagreement: null,
      citations: [],
      ...(diagnostics === undefined ? {} : { diagnostics }),
    },
    latencyMs: 1,
    retrieved: null,
  }));
}

describe('what a chat model did over many questions', () => {
  it('is nothing where no answer speaks of one', () => {
    expect(chatFigures(outcomes(undefined))).toBeUndefined();
    expect(chatFigures([])).toBeUndefined();
  });

  it('is summed up over the answers that do', () => {
    expect(chatFigures(outcomes(WRITTEN, WRITTEN, FAILED, NOT_ASKED, undefined))).toEqual({
      responses: 4,
      byModel: 2,
      fallbacks: { not_asked: 1, timeout: 1 },
      reworded: 1,
      written: 6,
      verified: 2,
      repaired: 2,
      dropped: 2,
      failures: { figure: 4, name: 2 },
      calls: 5,
      promptTokens: 1800,
      completionTokens: 200,
      isEstimated: true,
      waitP50Ms: 800,
      waitP95Ms: 1200,
    });
  });

  it('is told as rates and costs', () => {
    const figures = chatFigures(outcomes(WRITTEN, FAILED));
    const text = chatText(figures as NonNullable<typeof figures>);
    expect(text).toMatch(/verified-sentence rate\s+66\.7 %/);
    expect(text).toMatch(/dropped-sentence rate\s+33\.3 %/);
    expect(text).toMatch(/tokens.*900 \+ 100, 500\.0, in part estimated/);
    expect(text).toMatch(/the others\s+timeout 1/);
  });

  it('has no rate without a sentence', () => {
    const figures = chatFigures(outcomes(NOT_ASKED));
    expect(chatText(figures as NonNullable<typeof figures>)).toMatch(/verified-sentence rate\s+–/);
  });
});
