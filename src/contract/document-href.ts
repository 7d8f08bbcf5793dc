import type { Span } from '../domain/span.js';
import { textDigest } from './text-digest.js';

/** A quote as a link tells of it: where it stood, in which text, and how to know it again. */
export interface LinkedQuote extends Span {
  readonly quote: string;
  /** `sha256-` and 64 hexadecimal digits: the hash of the text the span points into. */
  readonly documentHash: string;
}

/**
 * Where the readable page of a document is: `/documents/` and the id with each of its path parts
 * percent-encoded. With a quote the page opens at it and marks it; the version and the digest in the link
 * let the page say that the source has changed since, and find the quote where it stands now.
 */
export function documentHref(id: string, quoted?: LinkedQuote): string {
  const path = `/documents/${id.split('/').map(encodeURIComponent).join('/')}`;
  if (quoted === undefined) return path;
  const { start, end, quote, documentHash } = quoted;
  const query = new URLSearchParams({
    start: String(start),
    end: String(end),
    version: versionOf(documentHash),
    digest: textDigest(quote),
  });
  return `${path}?${query}#quote`;
}

/** Enough of a document's hash to tell its versions apart. */
export function versionOf(documentHash: string): string {
  return documentHash.replace(/^sha256-/, '').slice(0, 12);
}
