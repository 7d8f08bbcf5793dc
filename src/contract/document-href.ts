import type { Span } from '../domain/span.js';

/**
 * Where the readable page of a document is: `/documents/` and the id with each of its path parts
 * percent-encoded. With a span the page opens at, and marks, that quote.
 */
export function documentHref(id: string, span?: Span): string {
  const path = `/documents/${id.split('/').map(encodeURIComponent).join('/')}`;
  return span === undefined ? path : `${path}?start=${span.start}&end=${span.end}#quote`;
}
