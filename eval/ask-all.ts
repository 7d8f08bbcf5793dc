import { performance } from 'node:perf_hooks';
import type { QuestionRecord } from './dataset/question.js';
import type { Outcome } from './outcome.js';
import type { Target } from './target/target.js';

export interface AskAllOptions {
  /** Milliseconds after which a question counts as failed. */
  readonly timeoutMs: number;
  /** Called after each question with the number done so far. */
  readonly onProgress?: (done: number) => void;
}

/** Asks the questions one after the other, in their order. A request that fails or runs out of time becomes a failed outcome. */
export async function askAll(
  target: Target,
  questions: readonly QuestionRecord[],
  { timeoutMs, onProgress }: AskAllOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(await askOne(target, question, timeoutMs));
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

async function askOne(
  target: Target,
  question: QuestionRecord,
  timeoutMs: number,
): Promise<Outcome> {
  const request = {
    question: question.question,
    ...(question.history && { history: question.history }),
  };
  const begun = performance.now();
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await target.ask(request, { signal });
    return { question, response, latencyMs: performance.now() - begun };
  } catch (error) {
    return { question, response: null, error: String(error) };
  }
}
