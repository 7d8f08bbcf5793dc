import type { Context } from 'hono';
import type { Engine } from '../contract/engine.js';
import { FootnoteError } from '../errors.js';
import type { AppDependencies } from './app.js';
import { withDeadline } from './deadline.js';

/** The engine, once it is there. @throws FootnoteError `not_ready` */
export function readyEngine(dependencies: AppDependencies): Engine {
  const engine = dependencies.engine();
  if (engine !== undefined) return engine;
  throw new FootnoteError(
    'not_ready',
    'The index is still being opened or built. Try again in a moment; GET /readyz says when.',
  );
}

/** Has the engine work for one request, within its time and only while its client is there. */
export function withEngine<Result>(
  c: Context,
  dependencies: AppDependencies,
  work: (engine: Engine, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const engine = readyEngine(dependencies);
  return withDeadline(c.req.raw.signal, dependencies.config.askTimeoutMs, (signal) =>
    work(engine, signal),
  );
}
