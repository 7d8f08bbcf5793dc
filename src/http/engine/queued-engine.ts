import type { Engine } from '../../contract/engine.js';
import type { WorkQueue } from './work-queue.js';

export interface QueuedEngineOptions {
  readonly queue: WorkQueue;
  /** Told how many milliseconds a question or search waited for its turn. */
  onTurn(waitedMs: number): void;
}

/** The engine with a queue before what costs time; documents are read at once. */
export function queuedEngine(engine: Engine, { queue, onTurn }: QueuedEngineOptions): Engine {
  function inTurn<Result>(
    work: (waitedMs: number) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const came = performance.now();
    return queue.run(() => {
      const waitedMs = performance.now() - came;
      onTurn(waitedMs);
      return work(waitedMs);
    }, signal);
  }

  return {
    ...engine,
    ask: (request, options) =>
      inTurn((waitedMs) => engine.ask(request, { ...options, waitedMs }), options?.signal),
    search: (request, options) => inTurn(() => engine.search(request, options), options?.signal),
  };
}
