import { overlaps, type PlacedSpan } from './metrics/evidence-recall.js';

/** A ranking in which what is relevant is evidence, each piece once. */
export interface EvidenceRanking {
  readonly ranking: readonly string[];
  readonly relevant: ReadonlySet<string>;
}

/**
 * Passages as a ranking to be judged: the first passage that reaches an evidence quote is relevant and stands for all
 * quotes it reaches; a later one that reaches only what was reached before is not. Quotes that no passage reaches stay
 * relevant and are not found.
 * @param passages Best first.
 * @param evidence For each evidence quote, every place where it stands.
 */
export function evidenceRanking(
  passages: readonly PlacedSpan[],
  evidence: readonly (readonly PlacedSpan[])[],
): EvidenceRanking {
  const left = new Set(evidence.keys());
  const relevant = new Set<string>();
  const ranking = passages.map((passage, place) => {
    const reached = [...left].filter((quote) =>
      evidence[quote]?.some((span) => overlaps(passage, span)),
    );
    for (const quote of reached) left.delete(quote);
    const id = `passage ${place}`;
    if (reached.length > 0) relevant.add(id);
    return id;
  });
  for (const quote of left) relevant.add(`quote ${quote}`);
  return { ranking, relevant };
}
