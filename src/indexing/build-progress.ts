import { FootnoteError } from '../errors.js';

/**
 * How far a build is. While documents are embedded, `done` and `total` count the bytes of their files;
 * later, files written and documents read back.
 */
export interface BuildStep {
  readonly stage: 'embed' | 'write' | 'verify';
  readonly done: number;
  readonly total: number;
  /** Read so far. */
  readonly documents: number;
  /** Ready so far, embedded now or before. */
  readonly passages: number;
}

/** What a long step tells its caller and asks of it. */
export interface BuildProgress {
  report(step: Omit<BuildStep, 'documents' | 'passages'>): void;
  /** Counts what is reported from now on. */
  count(added: { readonly documents?: number; readonly passages?: number }): void;
  /** @throws FootnoteError `cancelled` where the caller has given up. */
  checkSignal(): void;
  readonly signal: AbortSignal | undefined;
}

export function createBuildProgress(
  report: ((step: BuildStep) => void) | undefined,
  signal: AbortSignal | undefined,
): BuildProgress {
  const counted = { documents: 0, passages: 0 };
  return {
    report: (step) => report?.({ ...step, ...counted }),
    count: ({ documents = 0, passages = 0 }) => {
      counted.documents += documents;
      counted.passages += passages;
    },
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
