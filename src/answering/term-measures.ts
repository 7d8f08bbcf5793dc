/** Weight of a term by its rarity. */
export type TermWeight = (term: string) => number;

/**
 * The BM25 inverse document frequency (Robertson and Zaragoza 2009): `ln(1 + (N - n + 0.5) / (n + 0.5))`
 * for a term in `n` of `N` passages; a term that stands nowhere weighs most.
 */
export function inverseDocumentFrequency(
  frequencies: ReadonlyMap<string, number>,
  size: number,
): TermWeight {
  return (term) => {
    const frequency = frequencies.get(term) ?? 0;
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  };
}

/** Share of the wanted terms' weight that is met, 0 to 1; 0 where nothing is wanted. */
export function weightedRecall(
  wanted: readonly string[],
  within: ReadonlySet<string>,
  weight: TermWeight,
): number {
  let all = 0;
  let met = 0;
  for (const term of wanted) {
    const value = weight(term);
    all += value;
    if (within.has(term)) met += value;
  }
  return all === 0 ? 0 : met / all;
}

/** Weight met against the size of what meets it: long texts meet many terms by chance. 0 to 1. */
export function weightedDensity(
  wanted: readonly string[],
  within: ReadonlySet<string>,
  weight: TermWeight,
): number {
  let met = 0;
  for (const term of wanted) if (within.has(term)) met += weight(term);
  return met / (met + 4 + within.size);
}

/** Share of items for which something holds, 0 to 1; 0 where there are none. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
