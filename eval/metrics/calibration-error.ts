/** An answer given, with the probability of being right it claimed for itself. */
export interface Claimed {
  /** 0 to 1. */
  readonly confidence: number;
  readonly correct: boolean;
}

/**
 * Expected calibration error with bins of equal mass: answers ordered by confidence are cut into bins whose sizes differ by
 * one at most; the error is Σ (|bin| / n) · |share correct − mean confidence|, 0 to 1 (Naeini et al. 2015;
 * equal-mass bins: Nguyen and O'Connor 2015). Answers of one confidence count as the mean of them all, so their order is
 * without effect. Null without answers.
 */
export function calibrationError(claims: readonly Claimed[], bins = 10): number | null {
  if (claims.length === 0) return null;
  return reliabilityBins(claims, bins).reduce(
    (error, { count, confidence, correct }) =>
      error + (count / claims.length) * Math.abs(correct - confidence),
    0,
  );
}

/** Answers of about one confidence. */
export interface ReliabilityBin {
  readonly count: number;
  /** Mean of what they claim. */
  readonly confidence: number;
  /** Share of them that is correct. */
  readonly correct: number;
}

/** The bins that `calibrationError` compares, the most confident first: a reliability diagram in numbers (DeGroot and Fienberg 1983). None without answers. */
export function reliabilityBins(claims: readonly Claimed[], bins = 10): ReliabilityBin[] {
  const ordered = withTiesAveraged(claims);
  const count = Math.min(bins, ordered.length);
  return Array.from({ length: count }, (_, bin) => {
    const held = ordered.slice(
      Math.floor((bin * ordered.length) / count),
      Math.floor(((bin + 1) * ordered.length) / count),
    );
    const average = (of: (one: (typeof held)[number]) => number) =>
      held.reduce((sum, one) => sum + of(one), 0) / held.length;
    return {
      count: held.length,
      confidence: average((one) => one.confidence),
      correct: average((one) => one.correct),
    };
  });
}

/** Confidence and share correct at it, highest confidence first, one entry per answer. */
export function withTiesAveraged(
  claims: readonly Claimed[],
): { confidence: number; correct: number }[] {
  const byConfidence = new Map<number, boolean[]>();
  for (const { confidence, correct } of claims)
    byConfidence.set(confidence, [...(byConfidence.get(confidence) ?? []), correct]);
  return [...byConfidence]
    .sort(([a], [b]) => b - a)
    .flatMap(([confidence, group]) => {
      const correct = group.filter(Boolean).length / group.length;
      return group.map(() => ({ confidence, correct }));
    });
}
