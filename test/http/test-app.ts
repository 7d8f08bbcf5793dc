import type { Engine } from '../../src/contract/engine.js';
import { type Problem, ProblemSchema } from '../../src/contract/problem.js';
import { createApp } from '../../src/http/create-app.js';

interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface TestAppOptions {
  readonly engine?: Engine;
  readonly allowedOrigins?: readonly string[];
  readonly askTimeoutMs?: number;
}

/** The service over a given engine (none means that it is still starting), with its log kept. */
export function createTestApp(options: TestAppOptions = {}) {
  const lines: LogLine[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    lines.push({ level, message, fields: { ...fields } });
  };
  const app = createApp({
    engine: () => options.engine,
    config: {
      allowedOrigins: options.allowedOrigins ?? [],
      askTimeoutMs: options.askTimeoutMs ?? 10_000,
    },
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
