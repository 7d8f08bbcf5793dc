/** Something with a value that shall be high where it is positive. */
export interface Valued {
  readonly value: number;
  readonly positive: boolean;
}

/**
 * Area under the ROC curve: the chance that a positive has a higher value than a negative, ties counting half (Mann and
 * Whitney 1947; Hanley and McNeil 1982). 0.5 is chance. Null without a positive or a negative.
 */
export function areaUnderCurve(items: readonly Valued[]): number | null {
  const ordered = items.toSorted((a, b) => a.value - b.value);
  const positives = items.filter((one) => one.positive).length;
  const negatives = items.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let rankSum = 0;
  for (let from = 0; from < ordered.length; ) {
    let to = from;
    while (to < ordered.length && ordered[to]?.value === ordered[from]?.value) to++;
    const meanRank = (from + to + 1) / 2;
    rankSum += meanRank * ordered.slice(from, to).filter((one) => one.positive).length;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
