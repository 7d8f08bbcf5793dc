import type { Engine } from '../../src/contract/engine.js';

type Behaviour = Partial<Engine>;

interface Call {
  readonly method: keyof Engine;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
}

export interface FakeEngine extends Engine {
  readonly calls: readonly Call[];
}

/** An engine that does what it is told, records its calls and throws where it was told nothing. */
export function createFakeEngine(behaviour: Behaviour = {}): FakeEngine {
  const calls: Call[] = [];
  const behave = <Name extends keyof Engine>(method: Name): Engine[Name] => {
    const act = (input?: unknown, options?: { signal?: AbortSignal }) => {
      calls.push({ method, input, signal: options?.signal });
      const told = behaviour[method] as ((...given: unknown[]) => unknown) | undefined;
      if (told === undefined) throw new Error(`the fake engine was not told how to ${method}`);
      return told(input, options);
    };
    return act as Engine[Name];
  };
  return {
    calls,
    ask: behave('ask'),
    search: behave('search'),
    documents: behave('documents'),
    document: behave('document'),
    status: behave('status'),
    close: behave('close'),
  };
}
