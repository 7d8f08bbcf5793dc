import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { DocumentAdmin } from '../contract/document-admin.js';
import type { Engine } from '../contract/engine.js';
import type { FeedbackStore } from '../contract/feedback.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics/create-metrics.js';
import type { ApiKey } from './security/api-keys.js';
import type { RateLimits } from './security/rate-limit.js';

/** What the environment decides about the service. */
export interface AppConfig extends RateLimits {
  /** The address people reach the service at; null where it is the one each request was sent to. */
  readonly publicUrl: string | null;
  /** Other web origins that may call, as browsers send them: `https://example.org`. */
  readonly allowedOrigins: readonly string[];
  /** Host names the service answers to besides those of the address it listens on; `*` for all. */
  readonly allowedHosts: readonly string[];
  /** Whether pages of documents are open although keys are set. */
  readonly publicPages: boolean;
  /** Questions and searches worked on at the same time, and those that may wait. */
  readonly questionsAtOnce: number;
  readonly questionsWaiting: number;
  /** Milliseconds a request may keep the engine, its wait included. */
  readonly askTimeoutMs: number;
  /** Whether the text of questions is written to the log. */
  readonly logQuestions: boolean;
}

/** What the service is made of. */
export interface AppDependencies {
  /** Undefined while the index is still being opened or built. */
  engine(): Engine | undefined;
  readonly config: AppConfig;
  /** Where there are any, callers need one. */
  readonly apiKeys: readonly ApiKey[];
  /** Null where feedback is switched off. */
  readonly feedback: FeedbackStore | null;
  /** Changes documents; absent or undefined where that is not possible, or not yet. */
  documentAdmin?(): DocumentAdmin | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface AppEnvironment {
  /** What the server adds to a request; absent where the application is called without one. */
  Bindings: Partial<HttpBindings>;
  /** `apiKey` is undefined where no known key came. */
  Variables: { requestId: string; apiKey: ApiKey | undefined };
}

/** The application every route registers itself on. */
export type App = OpenAPIHono<AppEnvironment>;
