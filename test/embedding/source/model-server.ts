import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A server that answers as Hugging Face does, with the files of a folder. */
export interface ModelServer {
  /** What goes into `hfEndpoint`. */
  readonly endpoint: string;
  /** Paths asked for so far. */
  readonly asked: string[];
  stop(): Promise<void>;
}

export interface ModelServerOptions {
  /** Answers a request in place of the folder where it returns true. */
  readonly instead?: (file: string, response: ServerResponse) => boolean;
}

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  return Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
});

/** Serves `folder` as the repository `id`. Stopped after the file's tests at the latest. */
export async function startModelServer(
  id: string,
  folder: string,
  { instead }: ModelServerOptions = {},
): Promise<ModelServer> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const prefix = `/${id}/resolve/main/`;
    const file = path.slice(prefix.length);
    const found =
      path.startsWith(prefix) && (await stat(join(folder, file)).catch(() => undefined));
    if (path.startsWith(prefix) && instead?.(file, response)) return;
    if (!found) response.writeHead(404).end('Entry not found');
    else {
      response.writeHead(200, { 'content-length': found.size });
      createReadStream(join(folder, file)).pipe(response);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  servers.push(server);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
