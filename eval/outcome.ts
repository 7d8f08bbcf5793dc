import type { AskResponse } from '../src/contract/ask.js';
import type { QuestionRecord } from './dataset/question.js';

/** What came of asking one question. A failed request has no response, and counts in no mean. */
export type Outcome<Q extends QuestionRecord = QuestionRecord> = Answered<Q> | Failed<Q>;

export interface Answered<Q extends QuestionRecord = QuestionRecord> {
  readonly question: Q;
  readonly response: AskResponse;
  /** Milliseconds from the request to the whole response, seen from outside. */
  readonly latencyMs: number;
}

export interface Failed<Q extends QuestionRecord = QuestionRecord> {
  readonly question: Q;
  readonly response: null;
  readonly error: string;
}
