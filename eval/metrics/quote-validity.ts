import { createHash } from 'node:crypto';

/** The part of a citation that can be proven; null where it is not told. */
interface Claim {
  readonly documentHash: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
}

/** What of a citation holds; null where it is not told. */
export interface QuoteValidity {
  /** The quote stands, letter by letter, somewhere in its document. */
  readonly verbatim: boolean | null;
  /** The quote equals `text.slice(start, end)` of its document. */
  readonly span: boolean | null;
  /** The hash is `sha256-` and the hexadecimal SHA-256 of the document's text in UTF-8, computed here. */
  readonly hash: boolean | null;
}

/**
 * Checks a citation against the text of its document, as a reader would who has nothing but the two: Footnote's own
 * contract (`text.slice(start, end) === quote`). Of an unknown document nothing holds.
 */
export function quoteValidity(claim: Claim, canonicalText: string | undefined): QuoteValidity {
  const { documentHash, start, end, quote } = claim;
  const told = { verbatim: quote !== null, span: start !== null, hash: documentHash !== null };
  if (canonicalText === undefined)
    return {
      verbatim: told.verbatim ? false : null,
      span: told.span ? false : null,
      hash: told.hash ? false : null,
    };
  return {
    verbatim: quote === null ? null : quote !== '' && canonicalText.includes(quote),
    span:
      start === null || end === null
        ? null
        : quote !== null && end > start && canonicalText.slice(start, end) === quote,
    hash: documentHash === null ? null : documentHash === hashOf(canonicalText),
  };
}

/** Whether a citation proves itself: its quote is verbatim, and its span and hash, where told, are right. Null for one without a quote. */
export function isValid({ verbatim, span, hash }: QuoteValidity): boolean | null {
  return verbatim === null ? null : verbatim && span !== false && hash !== false;
}

const hashes = new Map<string, string>();

/** Each text is hashed once: an evaluation checks few documents many times. */
function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`;
  hashes.set(text, hash);
  return hash;
}
