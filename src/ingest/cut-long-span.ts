import type { Span } from '../domain/span.js';

const CLAUSE_END = /^(?:[,;:–—]\s|[、，；：。！？])/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a span into pieces of at most `limit` UTF-16 code units without blank ends that hold all its
 * non-blank characters: at the end of a clause in the second half of the limit, else at the last
 * blank, else between graphemes, and inside one only if it is alone longer than the limit.
 */
export function cutLongSpan(text: string, span: Span, limit: number): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > limit) {
    // One more character than fits, in full, shows whether something joins the last that does.
    const window = text.slice(start, start + limit + 2);
    const cut =
      start + (clauseCut(window, limit) ?? blankCut(window, limit) ?? graphemeCut(window, limit));
    pieces.push({ start, end: start + text.slice(start, cut).trimEnd().length });
    start = cut;
    while (start < span.end && /\s/.test(text.charAt(start))) start++;
  }
  if (start < span.end) pieces.push({ start, end: span.end });
  return pieces;
}

function clauseCut(window: string, limit: number): number | null {
  for (let at = limit - 1; at > limit / 2; at--) {
    if (CLAUSE_END.test(window.slice(at, at + 2)) && isSafe(window, at + 1)) return at + 1;
  }
  return null;
}

function blankCut(window: string, limit: number): number | null {
  for (let at = limit; at > 0; at--) {
    if (/\s/.test(window.charAt(at)) && isSafe(window, at)) return at;
  }
  return null;
}

/** Whether what follows, blanks aside, is not something that joins the character before it. */
function isSafe(window: string, at: number): boolean {
  return !/^\s*(?:\p{M}|\u200D|$)/u.test(window.slice(at));
}

function graphemeCut(window: string, limit: number): number {
  const boundary = graphemes.segment(window).containing(limit)?.index ?? 0;
  if (boundary > 0) return boundary;
  const splitsPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(window.slice(limit - 1));
  return splitsPair && limit > 1 ? limit - 1 : limit;
}
