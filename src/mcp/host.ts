import type { Engine } from '../contract/engine.js';
import type { Problem } from '../contract/problem.js';
import type { Locate } from '../references/place.js';

/** What an MCP server is given by whoever runs it, over HTTP or standard input and output. */
export interface McpHost {
  /**
   * Has the engine work for one request, within its time and until `signal` says to stop.
   * @throws FootnoteError `not_ready`, `timeout`, `cancelled`, `overloaded`, or what the engine throws
   */
  withEngine<Result>(
    work: (engine: Engine, signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result>;
  /** What may be told of an error; what may not goes to the log. */
  describe(error: Error): Problem;
  /** How texts name the places they refer to. */
  readonly locate: Locate;
}
