import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Engine } from '../contract/engine.js';
import type { Log } from './log.js';

/** What the service is made of. */
export interface AppDependencies {
  /** Undefined while the index is still being opened or built. */
  engine(): Engine | undefined;
  readonly config: {
    /** Other web origins that may call, as browsers send them: `https://example.org`. */
    readonly allowedOrigins: readonly string[];
    /** Milliseconds a request may keep the engine. */
    readonly askTimeoutMs: number;
  };
  readonly log: Log;
}

interface AppVariables {
  Variables: { requestId: string };
}

/** The application every route registers itself on. */
export type App = OpenAPIHono<AppVariables>;
