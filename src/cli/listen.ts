import type { Config } from '../config.js';
import type { AppDependencies } from '../http/app.js';
import { createApp } from '../http/create-app.js';
import { type RunningServer, startServer } from '../http/start-server.js';

interface ListenOptions extends AppDependencies {
  readonly config: Config;
}

/** Puts the service on the configured address. @throws FootnoteError `config_invalid` */
export function listen({ engine, config, log }: ListenOptions): Promise<RunningServer> {
  const app = createApp({ engine, config, log });
  return startServer({ app, host: config.host, port: config.port, log });
}
