import type { Context } from 'hono';
import { atService, type Locate } from '../references/place.js';

/**
 * How a text that leaves the service names our pages: at the configured address, else at the one the
 * client itself asked, which is what its Host header says.
 */
export function locateFor(c: Context, publicUrl: string | null): Locate {
  return atService(publicUrl ?? new URL(c.req.url).origin);
}
