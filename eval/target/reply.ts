import type { AskResponse } from '../../src/contract/ask.js';

/** A citation as far as a service tells it; null where it does not. What is not told proves nothing. */
export interface ReplyCitation {
  readonly number: number;
  readonly documentId: string | null;
  /** `sha256-` and the hexadecimal SHA-256 of the document's text. */
  readonly documentHash: string | null;
  /** `[start, end)` in UTF-16 code units of the document's text; both or neither. */
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
}

export interface ReplyAnswer {
  /** What a person reads. */
  readonly text: string;
  /** Null where the service gives none. */
  readonly shortAnswer: string | null;
  /** Each with the numbers of its citations; none where a sentence is not proved. */
  readonly sentences: readonly { readonly text: string; readonly citations: readonly number[] }[];
  /** Probability, 0 to 1, of being right; null where the service claims none, which keeps it out of every measure of confidence. */
  readonly confidence: number | null;
}

/**
 * What is judged of a response, whoever gave it. A response of Footnote's contract is one as it stands; a service that
 * tells less has nulls. An answer that is null is an abstention.
 */
export interface Reply {
  readonly answer: ReplyAnswer | null;
  /** Null where an answer was given, or where no reason was. */
  readonly abstention: { readonly reason: string; readonly message: string } | null;
  /** Null where none is shown. */
  readonly disagreement: {
    readonly about: string;
    readonly sides: readonly { readonly value: string; readonly citations: readonly number[] }[];
  } | null;
  readonly citations: readonly ReplyCitation[];
  /** What the service says of its own work, where it does. */
  readonly explanation?: AskResponse['explanation'];
  readonly timings?: AskResponse['timings'];
  /** What a chat model had to do with it, where the service says so. */
  readonly diagnostics?: AskResponse['diagnostics'];
  /** How the response breaks the service's own contract, where it does and could be judged all the same. */
  readonly breach?: string;
}
