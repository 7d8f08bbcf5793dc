/** One question as answered or refused, rightly or wrongly. */
export interface Verdict {
  readonly abstained: boolean;
  readonly right: boolean;
}

/**
 * Of all questions, the share answered wrongly, those that nothing answers included: |answered ∩ wrong| / |questions|. With the
 * share that is right and `wrongRefusalRate` it makes 1 (the two errors of a classifier with a reject option, Chow 1970). Null without questions.
 */
export function wrongAnswerRate(verdicts: readonly Verdict[]): number | null {
  return share(verdicts, (one) => !one.abstained && !one.right);
}

/** Of all questions, the share refused although the documents answer them: |refused ∩ answerable| / |questions|. Null without questions. */
export function wrongRefusalRate(verdicts: readonly Verdict[]): number | null {
  return share(verdicts, (one) => one.abstained && !one.right);
}

function share(of: readonly Verdict[], holds: (one: Verdict) => boolean): number | null {
  return of.length === 0 ? null : of.filter(holds).length / of.length;
}
