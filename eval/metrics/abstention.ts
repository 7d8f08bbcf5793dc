/** One question as a refusal to be judged. */
export interface Refusal {
  readonly answerable: boolean;
  readonly abstained: boolean;
}

/** Of the abstentions, the share that was due: |abstained ∩ unanswerable| / |abstained|. Null without an abstention. */
export function abstentionPrecision(refusals: readonly Refusal[]): number | null {
  return share(
    refusals.filter((one) => one.abstained),
    (one) => !one.answerable,
  );
}

/** Of the unanswerable questions, the share refused: |abstained ∩ unanswerable| / |unanswerable|. Null without one. RGB calls it the rejection rate (Chen et al. 2024). */
export function abstentionRecall(refusals: readonly Refusal[]): number | null {
  return share(
    refusals.filter((one) => !one.answerable),
    (one) => one.abstained,
  );
}

/** Harmonic mean of precision and recall, 2PR / (P + R) (van Rijsbergen 1979); 0 where both are 0, null where one is undefined. */
export function abstentionF1(refusals: readonly Refusal[]): number | null {
  const precision = abstentionPrecision(refusals);
  const recall = abstentionRecall(refusals);
  if (precision === null || recall === null) return null;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Of the answerable questions, the share refused all the same: |abstained ∩ answerable| / |answerable|. Null without one. */
export function falseAbstentionRate(refusals: readonly Refusal[]): number | null {
  return share(
    refusals.filter((one) => one.answerable),
    (one) => one.abstained,
  );
}

function share(of: readonly Refusal[], holds: (one: Refusal) => boolean): number | null {
  return of.length === 0 ? null : of.filter(holds).length / of.length;
}
