import { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import type { Config } from '../src/config.js';
import type { Engine } from '../src/contract/engine.js';
import type { App } from '../src/http/app.js';
import { createApp } from '../src/http/create-app.js';
import { createMetrics } from '../src/http/metrics/create-metrics.js';
import { type RunningServer, startServer } from '../src/http/start-server.js';

/** Writes its lines nowhere, but makes them as the service does. */
const log = pino({ base: null }, { write: () => {} });
const place = { host: '127.0.0.1', port: 0, log };

/** The whole service in this process, on a free port. */
export function startWholeService(engine: Engine, config: Config): Promise<RunningServer> {
  const metrics = createMetrics({ process: true });
  const app = createApp({
    engine: () => engine,
    config,
    apiKeys: [],
    feedback: null,
    metrics,
    log,
  });
  return startServer({ app, ...place });
}

/** The same server with a route that does nothing at the same path: what HTTP costs by itself. */
export function startEmptyService(): Promise<RunningServer> {
  const app: App = new OpenAPIHono();
  app.post('/v1/ask', (c) => c.json({}));
  return startServer({ app, ...place });
}
