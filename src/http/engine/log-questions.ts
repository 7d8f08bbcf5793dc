import { tryGetContext } from 'hono/context-storage';
import type { AppEnvironment } from '../app.js';
import type { Log } from '../log.js';
import type { AnswerObserver } from './observed-engine.js';

/** Writes each question to the log with the request it came in and what became of it. */
export function logQuestions(log: Log): AnswerObserver {
  return ({ question }, { id, status, abstention, timings }) => {
    const requestId = tryGetContext<AppEnvironment>()?.get('requestId');
    const reason = abstention?.reason;
    log.info({ requestId, answerId: id, question, status, reason, ...timings }, 'question');
  };
}
