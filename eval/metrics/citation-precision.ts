import { overlaps, type PlacedSpan } from './evidence-recall.js';

/**
 * Of the citations of an answer, the share that reach evidence, 0 to 1: |citations that reach| / |citations| ("citation
 * precision", Gao et al. 2023, ALCE; here against evidence that is known instead of a model's opinion). Null without citations.
 * @param cited For each citation, every place where it proves its quote; one that proves nothing reaches nothing.
 * @param evidence For each evidence quote, every place where it stands.
 */
export function citationPrecision(
  cited: readonly (readonly PlacedSpan[])[],
  evidence: readonly (readonly PlacedSpan[])[],
): number | null {
  if (cited.length === 0) return null;
  const places = evidence.flat();
  const reaching = cited.filter((spans) =>
    spans.some((span) => places.some((place) => overlaps(span, place))),
  );
  return reaching.length / cited.length;
}
