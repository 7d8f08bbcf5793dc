/** A stretch of a document, `[start, end)` in UTF-16 code units. */
export interface PlacedSpan {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether two spans are of one document and share at least half of the shorter one:
 * |a ∩ b| / min(|a|, |b|) >= 1/2 (the overlap coefficient of Szymkiewicz and Simpson).
 */
export function overlaps(a: PlacedSpan, b: PlacedSpan): boolean {
  if (a.documentId !== b.documentId) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

/**
 * How much of a question's evidence the spans reach, 0 to 1. Mode `all`: evidence quotes reached / evidence
 * quotes. Mode `any`: 1 where at least one is reached, else 0.
 * @param evidence For each evidence quote, every place where it stands.
 */
export function evidenceRecall(
  spans: readonly PlacedSpan[],
  evidence: readonly (readonly PlacedSpan[])[],
  mode: 'any' | 'all',
): number {
  const reached = evidence.filter((places) =>
    places.some((place) => spans.some((span) => overlaps(span, place))),
  ).length;
  return mode === 'any' ? Math.min(reached, 1) : reached / evidence.length;
}
