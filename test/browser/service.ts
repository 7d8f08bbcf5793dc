import { afterEach } from 'vitest';
import { type RunningServer, startServer } from '../../src/http/start-server.js';
import { createTestApp } from '../http/test-app.js';

interface Service {
  readonly url: string;
  /** Nobody listens any more; whoever is connected is cut off. */
  stop(): Promise<void>;
  /** Listens again, where it did before. */
  startAgain(): Promise<void>;
}

const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {}

const running = new Set<RunningServer>();

/** The service as it is, over a given engine, on a port of its own until the test ends. */
export async function startService(...options: Parameters<typeof createTestApp>): Promise<Service> {
  const { app } = createTestApp(...options);
  const listen = async (port: number) => {
    const server = await startServer({ app, host: '127.0.0.1', port, log: SILENT });
    running.add(server);
    return server;
  };
  let server = await listen(0);
  const { url } = server;
  return {
    url,
    async stop() {
      running.delete(server);
      await server.stop(0);
    },
    async startAgain() {
      server = await listen(Number(new URL(url).port));
    },
  };
}

afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop(0)));
  running.clear();
});
