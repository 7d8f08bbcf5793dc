import { isIP } from 'node:net';
import { createMiddleware } from 'hono/factory';
import { problemResponse } from '../problem-response.js';
import { isLoopback } from './loopback.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

interface HostRules {
  /** The address the service listens on. */
  readonly host: string;
  /** Where people reach the service; null where that is not told. */
  readonly publicUrl: string | null;
  /** Further names; `*` stands for all. */
  readonly allowedHosts: readonly string[];
}

/**
 * Refuses requests to a host name that is not ours. A page can have a name of its own point at this
 * machine and then read our answers as its own (DNS rebinding); the name gives it away. It can only do so with a name,
 * so an address is taken wherever the service listens on more than loopback.
 */
export function checkHost({ host, publicUrl, allowedHosts }: HostRules) {
  const own = publicUrl === null ? [host] : [host, new URL(publicUrl).hostname];
  const names = new Set([...LOOPBACK_NAMES, ...own, ...allowedHosts].map(bareName));
  const anyAddress = !isLoopback(host);
  const known = (name: string) =>
    names.has('*') || names.has(name) || (anyAddress && isIP(name.replace(/^\[|\]$/g, '')) > 0);
  return createMiddleware(async (c, next) => {
    // What a client sends as Host may be no name a URL can hold.
    const name = URL.canParse(c.req.url) ? bareName(new URL(c.req.url).hostname) : '';
    if (known(name)) return next();
    const shown = name.slice(0, 100);
    return problemResponse(c, {
      code: 'host_not_allowed',
      detail: `The service does not answer to the host name "${shown}". Whoever runs it can add it to ALLOWED_HOSTS.`,
    });
  });
}

/** Lower case, without a port or a dot at its end. */
function bareName(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isIP(name) === 6) return `[${name}]`;
  return name.replace(/:\d+$/, '');
}
