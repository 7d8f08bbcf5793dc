import type { Context } from 'hono';
import { atService, type Locate } from '../references/place.js';

/** Where people reach the service: the configured address, else the one the client itself asked, which is what its Host header says. */
export function serviceAddress(c: Context, publicUrl: string | null): string {
  return (publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, '');
}

/** How a text that leaves the service names our pages. */
export function locateFor(c: Context, publicUrl: string | null): Locate {
  return atService(serviceAddress(c, publicUrl));
}
