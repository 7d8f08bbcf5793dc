import { containsAnswer } from './normalise.js';

/** One question as a disagreement to be shown or not. */
export interface Dispute {
  /** Spellings of each value the documents give; null where they agree. */
  readonly expected: readonly (readonly string[])[] | null;
  /** Values an answer shows as its sides; null where it shows no disagreement. */
  readonly shown: readonly string[] | null;
}

/** Of the disagreements shown, the share that exists with every side of it shown: |right| / |shown|. Null where none is shown. */
export function disagreementPrecision(disputes: readonly Dispute[]): number | null {
  const shown = disputes.filter((one) => one.shown !== null);
  return shown.length === 0 ? null : shown.filter(isShownRight).length / shown.length;
}

/** Of the disagreements that exist, the share shown with every side: |right| / |expected|. Null where none exists. */
export function disagreementRecall(disputes: readonly Dispute[]): number | null {
  const expected = disputes.filter((one) => one.expected !== null);
  return expected.length === 0 ? null : expected.filter(isShownRight).length / expected.length;
}

/** Whether a disagreement that exists is shown, with every side of it. */
export function isShownRight({ expected, shown }: Dispute): boolean {
  return (
    expected?.every((spellings) =>
      spellings.some((one) => shown?.some((value) => containsAnswer(value, one))),
    ) ?? false
  );
}
