import { FootnoteError } from '../errors.js';

/** How far a build is: documents split, texts embedded, files written, documents read back. */
export interface BuildStep {
  readonly stage: 'split' | 'embed' | 'write' | 'verify';
  readonly done: number;
  readonly total: number;
}

/** What a long step tells its caller and asks of it. */
export interface BuildProgress {
  report(step: BuildStep): void;
  /** @throws FootnoteError `cancelled` where the caller has given up. */
  checkSignal(): void;
  readonly signal: AbortSignal | undefined;
}

export function createBuildProgress(
  report: ((step: BuildStep) => void) | undefined,
  signal: AbortSignal | undefined,
): BuildProgress {
  return {
    report: (step) => report?.(step),
    signal,
    checkSignal: () => {
      if (signal?.aborted)
        throw new FootnoteError(
          'cancelled',
          'The index build was cancelled; the index that was there is untouched.',
          { cause: signal.reason },
        );
    },
  };
}
