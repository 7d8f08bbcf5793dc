import type { Span } from '../domain/span.js';

/** The pages of a source that a stretch of its text stands on, from 1; nothing where the source has no pages. */
export interface PageRange {
  readonly page?: number | undefined;
  /** The last of them, where it is not the first. */
  readonly pageEnd?: number | undefined;
}

/** @param pageStarts where each page begins in the text, ascending; an empty page begins where the next does */
export function pageRange(
  pageStarts: readonly number[] | undefined,
  { start, end }: Span,
): { page?: number; pageEnd?: number } {
  if (pageStarts === undefined || pageStarts.length === 0) return {};
  const page = pageAt(pageStarts, start);
  const pageEnd = pageAt(pageStarts, end - 1);
  return pageEnd === page ? { page } : { page, pageEnd };
}

/** `p. 3` or `pp. 3–4`; undefined without pages. */
export function pageLabel({ page, pageEnd }: PageRange): string | undefined {
  if (page === undefined) return undefined;
  return pageEnd === undefined ? `p. ${page}` : `pp. ${page}–${pageEnd}`;
}

function pageAt(pageStarts: readonly number[], offset: number): number {
  let before = 0;
  let after = pageStarts.length;
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if ((pageStarts[middle] as number) <= offset) before = middle;
    else after = middle;
  }
  return before + 1;
}
