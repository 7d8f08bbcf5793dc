/** Documents that evidence a question, and whether each alone (`any`) or only all together do. */
interface Wanted {
  readonly documentIds: readonly string[];
  readonly mode: 'any' | 'all';
}

/**
 * Of the documents an answer cites, the share that hold evidence, 0 to 1: |cited ∩ evidence| / |cited|
 * (precision over sets, Manning et al. 2008, ch. 8). Null where nothing is cited.
 */
export function citationDocumentPrecision(cited: readonly string[], wanted: Wanted): number | null {
  const all = new Set(cited);
  if (all.size === 0) return null;
  return [...all].filter((id) => wanted.documentIds.includes(id)).length / all.size;
}

/**
 * Of the documents an answer must rest on, the share it cites, 0 to 1. Mode `all`:
 * |cited ∩ evidence| / |evidence|. Mode `any`: 1 where at least one is cited, else 0.
 */
export function citationDocumentRecall(cited: readonly string[], wanted: Wanted): number {
  const evidence = new Set(wanted.documentIds);
  const found = [...evidence].filter((id) => cited.includes(id)).length;
  return wanted.mode === 'any' ? Math.min(found, 1) : found / evidence.size;
}
