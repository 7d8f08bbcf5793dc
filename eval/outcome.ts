import type { QuestionRecord } from './dataset/question.js';
import type { PlacedSpan } from './metrics/evidence-recall.js';
import type { Reply } from './target/reply.js';

/**
 * What came of asking one question: the question with what is expected, and a response or an error. It is plain JSON, so a
 * run that broke off can go on from those it has.
 */
export type Outcome<Q extends QuestionRecord = QuestionRecord> = Answered<Q> | Failed<Q>;

export interface Answered<Q extends QuestionRecord = QuestionRecord> {
  readonly question: Q;
  readonly response: Reply;
  /** Milliseconds from the request to the whole response, seen from outside. */
  readonly latencyMs: number;
  /** Passages a search for the question finds, best first; null where it was not searched for: an unanswerable question, a target without search, a search that failed. */
  readonly retrieved: readonly PlacedSpan[] | null;
  /** How many times the service was busy before; absent where it was not. */
  readonly waits?: number;
}

/** A request that crashed or ran out of time. It counts as an error and in no mean. */
export interface Failed<Q extends QuestionRecord = QuestionRecord> {
  readonly question: Q;
  readonly response: null;
  readonly error: string;
  /** Whether time ran out, rather than the service refusing or breaking. */
  readonly timedOut: boolean;
  /** Milliseconds until it was given up. */
  readonly latencyMs: number;
  /** How many times the service was busy before; absent where it was not. */
  readonly waits?: number;
}
