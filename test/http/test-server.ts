import { afterEach } from 'vitest';
import { type RunningServer, startServer } from '../../src/http/start-server.js';
import { createTestApp } from './test-app.js';

const running: RunningServer[] = [];

/** A listening service over a given engine, stopped after the test. */
export async function startTestServer(...options: Parameters<typeof createTestApp>) {
  const { app, lines } = createTestApp(...options);
  const ignore = () => {};
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const server = await startServer({ app, host: '127.0.0.1', port: 0, log });
  running.push(server);
  return { url: server.url, lines };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(0)));
});
