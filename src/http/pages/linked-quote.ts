import { versionOf } from '../../contract/document-href.js';
import { findByDigest } from '../../contract/text-digest.js';
import type { Span } from '../../domain/span.js';

/** What a link asked a page to mark, as far as the text of today allows. */
export interface FoundQuote {
  /** What to mark; undefined where there is nothing to. */
  readonly span: Span | undefined;
  /** Whether the link was made from another text than the page shows. */
  readonly sourceChanged: boolean;
}

/** The query of a link to a quote, as it came. */
export interface QuoteQuery {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly version: string | undefined;
  readonly digest: string | undefined;
}

const WHOLE_NUMBER = /^\d{1,9}$/;

/** Finds the quote of a link. Where the source has changed since, only its own words will do, wherever they stand now. */
export function findLinkedQuote(
  { text, hash }: { readonly text: string; readonly hash: string },
  { start = '', end = '', version, digest }: QuoteQuery,
): FoundQuote {
  const sourceChanged = version !== undefined && version !== versionOf(hash);
  if (!WHOLE_NUMBER.test(start) || !WHOLE_NUMBER.test(end))
    return { span: undefined, sourceChanged };
  const asked = { start: Number(start), end: Number(end) };
  const length = asked.end - asked.start;
  if (!sourceChanged)
    return { span: length > 0 && asked.end <= text.length ? asked : undefined, sourceChanged };
  const found = findByDigest(text, digest ?? '', { length, near: asked.start });
  return {
    span: found === undefined ? undefined : { start: found, end: found + length },
    sourceChanged,
  };
}
