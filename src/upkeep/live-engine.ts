import type { Engine } from '../contract/engine.js';

/** An engine whose index can be exchanged while it works. */
export interface LiveEngine extends Engine {
  /** What is asked from now on is answered by `next`; what is under way ends where it began, and then that engine is closed. */
  switchTo(next: Engine): void;
}

interface Generation {
  readonly engine: Engine;
  /** ISO 8601 moment from which it answered. */
  readonly since: string;
  /** Calls under way. */
  calls: number;
  isRetired: boolean;
}

/** Begins with `first`. Closing it closes the engine that answers then, once what is under way has ended. */
export function createLiveEngine(first: Engine): LiveEngine {
  let current = begin(first);
  const closing = new Set<Promise<void>>();

  async function call<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
    const generation = current;
    generation.calls += 1;
    try {
      return await work(generation.engine);
    } finally {
      generation.calls -= 1;
      closeWhereDone(generation);
    }
  }

  function closeWhereDone({ engine, calls, isRetired }: Generation): void {
    if (!isRetired || calls > 0) return;
    const closed = engine.close().finally(() => closing.delete(closed));
    closing.add(closed);
  }

  function retire(generation: Generation): void {
    generation.isRetired = true;
    closeWhereDone(generation);
  }

  return {
    ask: (request, options) => call((engine) => engine.ask(request, options)),
    search: (request, options) => call((engine) => engine.search(request, options)),
    documents: () => call((engine) => engine.documents()),
    document: (id) => call((engine) => engine.document(id)),
    status: () => {
      const { index, ...status } = current.engine.status();
      return { ...status, index: { ...index, since: current.since } };
    },
    switchTo: (next) => {
      const before = current;
      current = begin(next);
      retire(before);
    },
    close: async () => {
      retire(current);
      await Promise.all(closing);
    },
  };
}

function begin(engine: Engine): Generation {
  return { engine, since: new Date().toISOString(), calls: 0, isRetired: false };
}
