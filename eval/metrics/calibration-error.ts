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
  const ordered = withTiesAveraged(claims);
  const count = Math.min(bins, ordered.length);
  let error = 0;
  for (let bin = 0; bin < count; bin++) {
    const from = Math.floor((bin * ordered.length) / count);
    const to = Math.floor(((bin + 1) * ordered.length) / count);
    const gap = ordered.slice(from, to).reduce((sum, one) => sum + one.correct - one.confidence, 0);
    error += Math.abs(gap) / ordered.length;
  }
  return error;
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
