import type { App, AppDependencies } from '../app.js';
import { crossOrigin } from '../cross-origin.js';
import { securityHeaders } from '../security-headers.js';
import { checkHost } from './check-host.js';
import { rateLimit } from './rate-limit.js';
import { identifyCaller, requireKey } from './require-key.js';

/**
 * What every request passes before a route sees it. A preflight carries no key and is answered before
 * keys are asked for; requests are counted before they are refused for their key, so that guessing is limited.
 * @throws FootnoteError `config_invalid` where a trusted proxy is no address
 */
export function protect(app: App, { config, apiKeys }: AppDependencies): void {
  app.use(securityHeaders);
  app.use(checkHost(config));
  app.use(crossOrigin(config.allowedOrigins));
  app.use(identifyCaller(apiKeys));
  app.use(rateLimit(config));
  app.use(requireKey(apiKeys, config.publicPages));
}
