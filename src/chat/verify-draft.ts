import type {
  DraftSentence,
  NumberedQuote,
  SentenceVerdict,
  SentenceVerifier,
} from '../domain/claim-check.js';
import type { FailedSentence } from './repair-prompt.js';

/** A sentence that stands, with the quotes that prove it. */
export interface VerifiedSentence {
  readonly text: string;
  readonly quotes: readonly NumberedQuote[];
}

/** A sentence with what became of it. */
export type CheckedSentence =
  | { readonly ok: true; readonly verified: VerifiedSentence }
  | { readonly ok: false; readonly failed: FailedSentence };

/**
 * Holds every sentence against its quotes. A check that cannot be made is a sentence that fails.
 * @throws the reason of the signal
 */
export async function verifyDraft(
  verifier: SentenceVerifier,
  sentences: readonly DraftSentence[],
  quotes: readonly NumberedQuote[],
  signal: AbortSignal | undefined,
): Promise<CheckedSentence[]> {
  const checked: CheckedSentence[] = [];
  for (const draft of sentences) {
    const verdict = await verdictOn(verifier, draft, quotes, signal);
    checked.push(
      verdict.ok
        ? { ok: true, verified: { text: draft.text, quotes: verdict.quotes } }
        : { ok: false, failed: { draft, failures: verdict.failures } },
    );
  }
  return checked;
}

async function verdictOn(
  verifier: SentenceVerifier,
  draft: DraftSentence,
  quotes: readonly NumberedQuote[],
  signal: AbortSignal | undefined,
): Promise<SentenceVerdict> {
  try {
    return await verifier.verify(draft, quotes, signal === undefined ? {} : { signal });
  } catch {
    signal?.throwIfAborted();
    return {
      ok: false,
      failures: [{ check: 'similarity', detail: 'the sentence could not be compared' }],
    };
  }
}
