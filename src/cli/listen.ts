import type { Config } from '../config.js';
import type { DocumentAdmin } from '../contract/document-admin.js';
import type { Engine } from '../contract/engine.js';
import { openFeedbackStore } from '../feedback/open-feedback-store.js';
import { createApp } from '../http/create-app.js';
import type { Log } from '../http/log.js';
import { createMetrics } from '../http/metrics/create-metrics.js';
import { loadApiKeys } from '../http/security/load-api-keys.js';
import { type RunningServer, startServer } from '../http/start-server.js';

interface ListenOptions {
  /** Undefined while the index is still being opened or built. */
  engine(): Engine | undefined;
  /** Undefined as long as there is no engine. */
  documentAdmin(): DocumentAdmin | undefined;
  readonly config: Config;
  readonly log: Log;
}

/** Puts the service on the configured address. @throws FootnoteError `config_invalid` */
export async function listen({
  engine,
  documentAdmin,
  config,
  log,
}: ListenOptions): Promise<RunningServer> {
  const apiKeys = await loadApiKeys(config.apiKeys, config.apiKeysFile);
  const metrics = createMetrics({ process: true });
  const { feedbackDir: dir, keepUnanswered } = config;
  const onFailure = (err: unknown) => log.error({ err }, 'an unanswered question was not kept');
  const feedback = dir === null ? null : openFeedbackStore({ dir, keepUnanswered, onFailure });
  const app = createApp({ engine, documentAdmin, config, apiKeys, feedback, metrics, log });
  const server = await startServer({ app, host: config.host, port: config.port, log });
  return {
    ...server,
    stop: async (graceMs) => {
      await server.stop(graceMs);
      await feedback?.close();
    },
  };
}
