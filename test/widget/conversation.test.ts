import { describe, expect, it } from 'vitest';
import { historyBefore, isUnderWay, turnsAfter } from '../../src/widget/conversation.js';
import { ABSTAINED, ANSWERED, CITATION } from '../http/samples.js';
import { answered, conversationOf } from './turns.js';

const SENTENCE = { text: CITATION.quote, citations: [1] };
const FAILURE = { kind: 'busy', detail: null, retryAfterSeconds: 1 } as const;

describe('a conversation', () => {
  it('follows an answer from the question to its end', () => {
    const asked = conversationOf({ type: 'asked', id: 1, question: 'a?' });
    expect(asked).toMatchObject([{ question: 'a?', state: 'waiting', passages: null }]);
    const found = turnsAfter(asked, {
      type: 'told',
      id: 1,
      told: { event: 'retrieved', data: { type: 'retrieved', passages: 16 } },
    });
    expect(found).toMatchObject([{ state: 'waiting', passages: 16 }]);
    const begun = turnsAfter(found, {
      type: 'told',
      id: 1,
      told: {
        event: 'sentence',
        data: { type: 'sentence', sentence: SENTENCE, citations: [CITATION] },
      },
    });
    expect(begun).toMatchObject([
      { state: 'answering', sentences: [SENTENCE], citations: [CITATION] },
    ]);
    const done = turnsAfter(begun, {
      type: 'told',
      id: 1,
      told: { event: 'answer', data: ANSWERED },
    });
    expect(done).toMatchObject([{ state: 'answered', sentences: [SENTENCE], response: ANSWERED }]);
    expect(begun.map(isUnderWay)).toEqual([true]);
    expect(done.map(isUnderWay)).toEqual([false]);
  });

  it('tells an abstention from an answer', () => {
    expect(conversationOf(...answered(1, ABSTAINED))).toMatchObject([
      { state: 'abstained', sentences: [] },
    ]);
  });

  it('hears nothing more of a question that was stopped', () => {
    const turns = conversationOf(
      { type: 'asked', id: 1, question: 'a?' },
      { type: 'stopped', id: 1 },
      { type: 'told', id: 1, told: { event: 'answer', data: ANSWERED } },
      { type: 'stopped', id: 1 },
    );
    expect(turns).toMatchObject([{ state: 'stopped', response: null }]);
  });

  it('begins a failed turn anew in its place', () => {
    const failed = conversationOf(
      { type: 'asked', id: 1, question: 'a?' },
      { type: 'asked', id: 2, question: 'b?' },
      { type: 'failed', id: 1, failure: FAILURE },
    );
    expect(failed).toMatchObject([{ state: 'failed', failure: FAILURE }, { state: 'waiting' }]);
    const again = turnsAfter(failed, { type: 'asked', id: 1, question: 'a?' });
    expect(again).toMatchObject([{ id: 1, state: 'waiting', failure: null }, { id: 2 }]);
  });

  it('keeps what was said of an answer, and is empty once cleared', () => {
    const judgement = { verdict: 'down', state: 'kept', noted: false } as const;
    const turns = conversationOf(...answered(1, ANSWERED), { type: 'judged', id: 1, judgement });
    expect(turns).toMatchObject([{ judgement, state: 'answered' }]);
    expect(turnsAfter(turns, { type: 'cleared' })).toEqual([]);
  });

  it('sends the last answers before a question along, and no abstention', () => {
    const events = Array.from({ length: 9 }, (_, index) =>
      answered(index + 1, { ...ANSWERED, question: `${index + 1}?` }),
    ).flat();
    const turns = conversationOf(...events, ...answered(10, ABSTAINED));
    expect(historyBefore(turns, 11).map(({ question }) => question)).toEqual([
      '4?',
      '5?',
      '6?',
      '7?',
      '8?',
      '9?',
    ]);
    expect(historyBefore(turns, 2)).toEqual([{ question: '1?', answer: ANSWERED.answer?.text }]);
  });
});
