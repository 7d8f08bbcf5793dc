import type { AnswerEvent } from '../client/ask-stream.js';
import type { AnswerSentence, AskRequest, AskResponse } from '../contract/ask.js';
import type { Citation } from '../contract/citation.js';
import type { Failure } from './failure.js';

type TurnState = 'waiting' | 'answering' | 'answered' | 'abstained' | 'stopped' | 'failed';

/** What a person said of an answer, and whether the service has it. */
export interface Judgement {
  readonly verdict: 'up' | 'down';
  readonly state: 'sending' | 'kept' | 'failed';
  /** Whether a note went along. */
  readonly noted: boolean;
}

/** A question and what has come of it so far. */
export interface Turn {
  /** Of this conversation alone, from 1. */
  readonly id: number;
  readonly question: string;
  readonly state: TurnState;
  /** Passages that are read for it; null until they are found. */
  readonly passages: number | null;
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** Null until the whole answer is there. */
  readonly response: AskResponse | null;
  readonly failure: Failure | null;
  readonly judgement: Judgement | null;
}

/** What happens in a conversation. */
export type ChatEvent =
  | { readonly type: 'asked'; readonly id: number; readonly question: string }
  | { readonly type: 'told'; readonly id: number; readonly told: AnswerEvent }
  | { readonly type: 'stopped'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'judged'; readonly id: number; readonly judgement: Judgement }
  | { readonly type: 'cleared' };

/** Earlier turns that go along with a question, so that a follow-up is understood. */
const TURNS_SENT = 6;
const MAX_TURN_TEXT = 4000;

/** The turns after an event. Asking again under an id begins that turn anew. */
export function turnsAfter(turns: readonly Turn[], event: ChatEvent): readonly Turn[] {
  if (event.type === 'cleared') return [];
  if (event.type === 'asked') {
    const turn = newTurn(event.id, event.question);
    return turns.some(({ id }) => id === event.id)
      ? turns.map((one) => (one.id === event.id ? turn : one))
      : [...turns, turn];
  }
  return turns.map((turn) => (turn.id === event.id ? changed(turn, event) : turn));
}

/** Whether a question is being answered. */
export function isUnderWay({ state }: Turn): boolean {
  return state === 'waiting' || state === 'answering';
}

/** What was asked and answered before the turn, as the service wants to be told. */
export function historyBefore(
  turns: readonly Turn[],
  id: number,
): NonNullable<AskRequest['history']> {
  return turns
    .filter((turn) => turn.id < id && turn.response?.answer)
    .slice(-TURNS_SENT)
    .map(({ question, response }) => ({
      question,
      answer: (response?.answer?.text ?? '').slice(0, MAX_TURN_TEXT),
    }));
}

function newTurn(id: number, question: string): Turn {
  return {
    id,
    question,
    state: 'waiting',
    passages: null,
    sentences: [],
    citations: [],
    response: null,
    failure: null,
    judgement: null,
  };
}

function changed(turn: Turn, event: Exclude<ChatEvent, { type: 'asked' | 'cleared' }>): Turn {
  switch (event.type) {
    case 'told':
      return isUnderWay(turn) ? toldMore(turn, event.told) : turn;
    case 'stopped':
      return isUnderWay(turn) ? { ...turn, state: 'stopped' } : turn;
    case 'failed':
      return { ...turn, state: 'failed', failure: event.failure };
    case 'judged':
      return { ...turn, judgement: event.judgement };
  }
}

function toldMore(turn: Turn, told: AnswerEvent): Turn {
  switch (told.event) {
    case 'retrieved':
      return { ...turn, passages: told.data.passages };
    case 'sentence':
      return {
        ...turn,
        state: 'answering',
        sentences: [...turn.sentences, told.data.sentence],
        citations: [...turn.citations, ...told.data.citations],
      };
    case 'answer':
      return {
        ...turn,
        state: told.data.status,
        sentences: told.data.answer?.sentences ?? [],
        citations: told.data.citations,
        response: told.data,
      };
  }
}
