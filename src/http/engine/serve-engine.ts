import type { Engine } from '../../contract/engine.js';
import type { AppDependencies } from '../app.js';
import { logQuestions } from './log-questions.js';
import { type AnswerObserver, observedEngine } from './observed-engine.js';
import { queuedEngine } from './queued-engine.js';
import type { WorkQueue } from './work-queue.js';

/**
 * The engine as every surface of the service gets it: behind one queue, counted, and with its answers
 * kept in mind for feedback. Undefined as long as there is none.
 */
export function serveEngine(
  { engine, config, feedback, metrics, log }: AppDependencies,
  queue: WorkQueue,
): () => Engine | undefined {
  const observers: AnswerObserver[] = [
    (_request, response) => metrics.answered(response),
    ...(feedback === null ? [] : [feedback.remember]),
    ...(config.logQuestions ? [logQuestions(log)] : []),
  ];
  let plain: Engine | undefined;
  let served: Engine | undefined;
  return () => {
    const now = engine();
    if (now === undefined) return undefined;
    if (served === undefined || now !== plain) {
      plain = now;
      const queued = queuedEngine(now, { queue, onTurn: metrics.waited });
      served = observedEngine(queued, observers);
    }
    return served;
  };
}
