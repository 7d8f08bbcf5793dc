import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** What every response carries, so that one that only says "unchanged" carries it too. */
const ALWAYS = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'ratelimit',
  'ratelimit-policy',
  'x-request-id',
];

/** Lets clients ask whether what they have has changed. */
export function entityTag() {
  return etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...ALWAYS] });
}
