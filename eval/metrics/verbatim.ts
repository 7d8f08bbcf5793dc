import { createHash } from 'node:crypto';

/** The part of a citation that can be proven. */
interface Claim {
  readonly documentHash: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * Whether a citation proves itself: its quote equals `text.slice(start, end)` of the canonical text, and its
 * hash is `sha256-` and the hexadecimal SHA-256 of that text in UTF-8, computed here. An unknown document proves nothing.
 */
export function isVerbatim(claim: Claim, canonicalText: string | undefined): boolean {
  if (canonicalText === undefined) return false;
  const hash = `sha256-${createHash('sha256').update(canonicalText, 'utf8').digest('hex')}`;
  return (
    claim.documentHash === hash &&
    claim.end - claim.start === claim.quote.length &&
    canonicalText.slice(claim.start, claim.end) === claim.quote
  );
}
