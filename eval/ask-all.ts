import { performance } from 'node:perf_hooks';
import type { AskRequest } from '../src/contract/ask.js';
import type { QuestionRecord } from './dataset/question.js';
import type { PlacedSpan } from './metrics/evidence-recall.js';
import type { Outcome } from './outcome.js';
import { searchFor } from './search-for.js';
import type { Reply } from './target/reply.js';
import type { Target } from './target/target.js';

export interface AskAllOptions {
  /** Milliseconds after which a question counts as failed. */
  readonly timeoutMs: number;
  /** Outcomes by question id that are there already; these questions are not asked again. */
  readonly known?: ReadonlyMap<string, Outcome>;
  /** Called with each new outcome, so that it can be kept. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Called after each question with the number done so far. */
  readonly onProgress?: (done: number) => void;
}

/** Asks the questions one after the other, in their order. A request that fails or runs out of time becomes a failed outcome. */
export async function askAll(
  target: Target,
  questions: readonly QuestionRecord[],
  { timeoutMs, known, onOutcome, onProgress }: AskAllOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const earlier = known?.get(question.id);
    const outcome = earlier ?? (await askOne(target, question, timeoutMs));
    outcomes.push(outcome);
    if (earlier === undefined) onOutcome?.(outcome);
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

async function askOne(
  target: Target,
  question: QuestionRecord,
  timeoutMs: number,
): Promise<Outcome> {
  const request: AskRequest = {
    question: question.question,
    ...(question.history && { history: question.history }),
    ...(target.explains === true && { explain: true }),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  const begun = performance.now();
  try {
    const response = await target.ask(request, { signal });
    const latencyMs = performance.now() - begun;
    return {
      question,
      response,
      latencyMs,
      retrieved: await retrieved(target, question, response, timeoutMs),
    };
  } catch (error) {
    const latencyMs = performance.now() - begun;
    return { question, response: null, error: String(error), timedOut: signal.aborted, latencyMs };
  }
}

async function retrieved(
  target: Target,
  question: QuestionRecord,
  response: Reply,
  timeoutMs: number,
): Promise<readonly PlacedSpan[] | null> {
  if (!question.answerable) return null;
  try {
    return await searchFor(target, question, response.explanation, AbortSignal.timeout(timeoutMs));
  } catch {
    return null;
  }
}
