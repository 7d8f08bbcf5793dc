import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** The policy of a page that trusts one other host and nothing else, not even itself. */
export function strictPolicy(host: string): string {
  return `default-src 'none'; script-src ${host}; connect-src ${host}; require-trusted-types-for 'script'`;
}

interface ServedPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody else's site: another origin, and another name, than the service has. Stopped after the test. */
export async function startPageServer() {
  const pages = new Map<string, ServedPage>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    const headers = { 'Content-Type': 'text/html; charset=UTF-8', ...page?.headers };
    response.writeHead(page === undefined ? 404 : 200, headers).end(page?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    serve(path: string, page: ServedPage): string {
      pages.set(path, page);
      return `http://localhost:${port}${path}`;
    },
  };
}

const running: (() => void)[] = [];

afterEach(() => {
  for (const stop of running.splice(0)) stop();
});
