import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../../src/client/ask-stream.js';
import { announcement } from '../../src/widget/announcement.js';
import { abstentionWords, confidenceLevel } from '../../src/widget/in-words.js';
import { TEXTS } from '../../src/widget/texts.js';
import { ABSTAINED, ANSWERED, CITATION, DISAGREED } from '../http/samples.js';
import { answered, conversationOf } from './turns.js';

const TEXT = TEXTS.en;

function toldOf(response: typeof ANSWERED): string | null {
  const [asked, told] = answered(1, response);
  if (asked === undefined || told === undefined) throw new Error('no events');
  return announcement(told, conversationOf(asked, told)[0], TEXT);
}

describe('what is read out', () => {
  it('is the whole answer once, with how sure it is and on how much it rests', () => {
    expect(toldOf(ANSWERED)).toBe(`$77.2 billion. ${CITATION.quote} High confidence. Sources: 1.`);
    expect(toldOf(DISAGREED)).toContain('The sources differ.');
  });

  it('is why there is no answer', () => {
    expect(toldOf(ABSTAINED)).toBe('No answer in these documents. Nothing here speaks of a cup.');
  });

  it('is no part of an answer while it is made', () => {
    const told: AnswerEvent = {
      event: 'sentence',
      data: { type: 'sentence', sentence: { text: 'a', citations: [1] }, citations: [] },
    };
    expect(announcement({ type: 'told', id: 1, told }, undefined, TEXT)).toBeNull();
  });

  it('is what happens besides', () => {
    const failure = { kind: 'rate-limited', detail: null, retryAfterSeconds: 9 } as const;
    const judgement = (state: 'sending' | 'kept' | 'failed') =>
      announcement(
        { type: 'judged', id: 1, judgement: { verdict: 'up', state, noted: false } },
        undefined,
        TEXT,
      );
    expect(announcement({ type: 'asked', id: 1, question: 'a' }, undefined, TEXT)).toBe(
      'Searching the documents',
    );
    expect(announcement({ type: 'stopped', id: 1 }, undefined, TEXT)).toBe(TEXT.stopped);
    expect(announcement({ type: 'failed', id: 1, failure }, undefined, TEXT)).toBe(
      'Too many questions came from here. Try again in 9 s.',
    );
    expect(judgement('sending')).toBeNull();
    expect(judgement('kept')).toBe(TEXT.thanks);
    expect(judgement('failed')).toBe(TEXT.notKept);
    expect(announcement({ type: 'cleared' }, undefined, TEXT)).toBe('');
  });
});

describe('what is told in words', () => {
  it.each([
    [1, 'high'],
    [0.8, 'high'],
    [0.79, 'fair'],
    [0.55, 'fair'],
    [0.54, 'low'],
    [0, 'low'],
  ])('confidence %d is %s', (confidence, level) => {
    expect(confidenceLevel(confidence)).toBe(level);
  });

  it('an abstention says the same thing once, and a reason of later days something', () => {
    const same = { reason: 'no_evidence', message: `${TEXT.abstained.no_evidence}.`, nearest: [] };
    expect(abstentionWords(same as never, TEXT).message).toBe('');
    const later = { reason: 'of_later_days', message: 'Because.', nearest: [] };
    expect(abstentionWords(later as never, TEXT)).toEqual({
      title: TEXT.abstained.no_evidence,
      message: 'Because.',
    });
  });
});
