import type { DocumentAdmin } from '../../src/contract/document-admin.js';
import type { Engine } from '../../src/contract/engine.js';
import type { FeedbackStore } from '../../src/contract/feedback.js';
import { type Problem, ProblemSchema } from '../../src/contract/problem.js';
import type { AppConfig } from '../../src/http/app.js';
import { createApp } from '../../src/http/create-app.js';
import { createMetrics } from '../../src/http/metrics/create-metrics.js';
import { parseApiKeys } from '../../src/http/security/api-keys.js';

interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface TestAppOptions extends Partial<AppConfig> {
  readonly engine?: Engine;
  /** As they are stored. */
  readonly apiKeys?: readonly string[];
  readonly feedback?: FeedbackStore;
  readonly documentAdmin?: DocumentAdmin;
}

/** A service on loopback that asks for no key. */
const OPEN: AppConfig = {
  host: '127.0.0.1',
  publicUrl: null,
  allowedOrigins: [],
  allowedHosts: [],
  publicPages: false,
  rateLimitPerAddress: null,
  rateLimitPerKey: null,
  trustedProxies: [],
  questionsAtOnce: 16,
  questionsWaiting: 256,
  askTimeoutMs: 300_000,
  logQuestions: false,
};

/** The service over a given engine (none means that it is still starting), with its log kept. */
export function createTestApp(options: TestAppOptions = {}) {
  const { engine, apiKeys = [], feedback = null, documentAdmin, ...config } = options;
  const lines: LogLine[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    lines.push({ level, message, fields: { ...fields } });
  };
  const app = createApp({
    engine: () => engine,
    documentAdmin: () => documentAdmin,
    config: { ...OPEN, ...config },
    apiKeys: parseApiKeys(apiKeys),
    feedback,
    metrics: createMetrics(),
    log: {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    },
  });
  const post = async (path: string, body: unknown, init: RequestInit = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
  return { app, post, lines };
}

/** The problem document a response carries; fails where it carries none. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`no problem document but ${type}`);
  const problem = ProblemSchema.parse(await response.json());
  if (problem.status !== response.status) throw new Error('the status is not the problem document');
  if (problem.requestId !== response.headers.get('x-request-id'))
    throw new Error('the request id is not that of the header');
  return problem;
}
