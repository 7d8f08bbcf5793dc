import type { AskRequest } from '../src/contract/ask.js';
import { askPatiently } from './ask-patiently.js';
import type { QuestionRecord } from './dataset/question.js';
import type { PlacedSpan } from './metrics/evidence-recall.js';
import type { Outcome } from './outcome.js';
import { searchFor } from './search-for.js';
import type { Reply } from './target/reply.js';
import type { Target } from './target/target.js';

export interface AskAllOptions {
  /** Milliseconds after which a question counts as failed. */
  readonly timeoutMs: number;
  /** So many questions are asked at once; one unless told. */
  readonly concurrency?: number;
  /** Outcomes by question id that are there already; these questions are not asked again. */
  readonly known?: ReadonlyMap<string, Outcome>;
  /** Called with each new outcome, so that it can be kept. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Called after each question with the number done so far. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Asks the questions, and gives what came of each in their order. A request that fails or runs out of time becomes a failed
 * outcome. A service that is busy is asked anew when it says, see `askPatiently`.
 */
export async function askAll(
  target: Target,
  questions: readonly QuestionRecord[],
  { timeoutMs, concurrency = 1, known, onOutcome, onProgress }: AskAllOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let done = 0;
  const waiting = questions.entries();

  async function work(): Promise<void> {
    for (const [place, question] of waiting) {
      const earlier = known?.get(question.id);
      const outcome = earlier ?? (await askOne(target, question, timeoutMs));
      outcomes[place] = outcome;
      if (earlier === undefined) onOutcome?.(outcome);
      done++;
      onProgress?.(done);
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
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
  const attempt = await askPatiently(target, request, timeoutMs);
  const { latencyMs } = attempt;
  const waits = attempt.waits > 0 ? { waits: attempt.waits } : {};
  if (attempt.response === null)
    return {
      question,
      response: null,
      error: String(attempt.error),
      timedOut: attempt.timedOut,
      latencyMs,
      ...waits,
    };
  const response = slim(attempt.response);
  const found = await retrieved(target, question, response, timeoutMs);
  return { question, response, latencyMs, retrieved: found, ...waits };
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

/** A response without the rankings and features of its explanation, which nothing reads here and which are twenty times the rest. */
function slim({ explanation, ...response }: Reply): Reply {
  if (explanation === undefined) return response;
  const parts = explanation.parts.map(({ question, sentences }) => ({
    question,
    retrieval: null,
    sentences: sentences.map((sentence) => ({ ...sentence, features: [] })),
  }));
  return { ...response, explanation: { ...explanation, parts } };
}
