/** A threshold with what it does on the examples it was chosen on. */
export interface Threshold {
  readonly threshold: number;
  /** F1 of abstaining on the unanswerable. */
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of answerable questions abstained on. */
  readonly falseAbstentions: number;
}

/**
 * What a false abstention may cost: at most this share of the answerable questions, one standard error of the share
 * included, since other questions than these will be asked (the rule of Breiman et al. 1984).
 */
const MOST_FALSE_ABSTENTIONS = 0.05;

/** The threshold with the highest abstention F1 among those that keep false abstentions rare. */
export function chooseThreshold(
  examples: readonly { readonly confidence: number; readonly answerable: boolean }[],
): Threshold {
  const answerable = Math.max(1, examples.filter((one) => one.answerable).length);
  const candidates = [...new Set(examples.map(({ confidence }) => confidence))].map((threshold) =>
    measure(examples, threshold),
  );
  const fair = candidates.filter(
    ({ falseAbstentions: share }) =>
      share + Math.sqrt((share * (1 - share)) / answerable) <= MOST_FALSE_ABSTENTIONS,
  );
  const [best] = fair.sort((a, b) => b.f1 - a.f1 || a.threshold - b.threshold);
  if (best === undefined)
    throw new RangeError('A threshold needs at least one example; none came.');
  return best;
}

function measure(
  examples: readonly { readonly confidence: number; readonly answerable: boolean }[],
  threshold: number,
): Threshold {
  const abstained = examples.filter(({ confidence }) => confidence < threshold);
  const rightly = abstained.filter(({ answerable }) => !answerable).length;
  const unanswerable = examples.filter(({ answerable }) => !answerable).length;
  const precision = abstained.length === 0 ? 0 : rightly / abstained.length;
  const recall = unanswerable === 0 ? 0 : rightly / unanswerable;
  return {
    threshold,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    falseAbstentions: (abstained.length - rightly) / Math.max(1, examples.length - unanswerable),
  };
}
