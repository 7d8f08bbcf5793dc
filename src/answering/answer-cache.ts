import { createHash, randomUUID } from 'node:crypto';
import type { AskRequest, AskResponse } from '../contract/ask.js';
import type { AskEvent } from '../contract/ask-event.js';
import type { AskOptions, Engine } from '../contract/engine.js';

interface KeptAnswer {
  readonly response: AskResponse;
  readonly events: readonly AskEvent[];
}

/**
 * An engine that answers from memory what it was asked before, of the same index and with the same words,
 * history, filter and limits. Such an answer has its own id and tells its events anew; its timings are what it
 * took, so nothing for retrieval and reading. A request to explain is always worked on, and an answer that a chat model
 * failed to write is not kept: the next time it may.
 * @param capacity answers kept, the one unused for longest giving way; 0 keeps none
 */
export function withAnswerCache(engine: Engine, capacity: number): Engine {
  if (capacity === 0) return engine;
  // A Map iterates in insertion order, so putting a used answer back keeps the oldest first.
  const kept = new Map<string, KeptAnswer>();

  function keep(key: string, answer: KeptAnswer): void {
    kept.delete(key);
    kept.set(key, answer);
    if (kept.size > capacity) kept.delete(kept.keys().next().value as string);
  }

  async function ask(request: AskRequest, options: AskOptions = {}): Promise<AskResponse> {
    // Whoever wants to know how an answer came about wants it made.
    if (request.explain === true) return engine.ask(request, options);
    const began = performance.now();
    const { index, chat } = engine.status();
    const key = keyOf([index.fingerprint, chat?.server, chat?.model], request);
    const known = kept.get(key);
    if (known !== undefined) {
      options.signal?.throwIfAborted();
      keep(key, known);
      for (const event of known.events) options.onEvent?.(event);
      const totalMs = Math.round((performance.now() - began) * 100) / 100;
      const timings = { ...known.response.timings, retrieveMs: 0, readMs: 0, totalMs };
      return { ...withoutCost(known.response), id: randomUUID(), timings };
    }
    const events: AskEvent[] = [];
    const response = await engine.ask(request, {
      ...options,
      onEvent: (event) => {
        events.push(event);
        options.onEvent?.(event);
      },
    });
    if (isLasting(response)) keep(key, { response, events });
    return response;
  }

  return { ...engine, ask };
}

/** An answer out of memory asks nothing of a chat model. */
function withoutCost({ diagnostics, ...response }: AskResponse): AskResponse {
  if (diagnostics === undefined) return response;
  const tokens = { prompt: 0, completion: 0, estimated: false };
  return { ...response, diagnostics: { ...diagnostics, calls: 0, tokens, modelMs: 0 } };
}

/** Whether the same question would be answered the same way, as far as that is known. */
function isLasting({ diagnostics }: AskResponse): boolean {
  return (diagnostics?.fallback ?? 'not_asked') === 'not_asked';
}

/** One key for one question, in whatever order its members came; short, however long the history is. */
function keyOf(answering: readonly (string | undefined)[], request: AskRequest): string {
  const text = JSON.stringify([answering, request], (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('base64');
}
