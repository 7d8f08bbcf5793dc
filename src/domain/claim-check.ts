import type { ProposedQuote } from './reader.js';

/** A quote as a model was given it, under the number by which the model may cite it. */
export interface NumberedQuote extends ProposedQuote {
  /** Counts from 1; unique among the quotes of one question. */
  readonly number: number;
  /** Title of its document, for the model's eyes; nothing is verified against it. */
  readonly title: string;
}

/** A sentence as a model wrote it: nothing of it is believed. */
export interface DraftSentence {
  /** Plain text, without the marks of its references. */
  readonly text: string;
  /** Numbers of the quotes it names as its evidence, as the model gave them: they may not exist. */
  readonly cites: readonly number[];
}

/** What a sentence is held against. */
export type ClaimCheck =
  | 'link'
  | 'citation'
  | 'verbatim'
  | 'order'
  | 'figure'
  | 'date'
  | 'name'
  | 'negation'
  | 'direction'
  | 'role'
  | 'hedge'
  | 'scope'
  | 'similarity';

/** What a sentence failed. */
export interface ClaimFailure {
  readonly check: ClaimCheck;
  /** What of the sentence is not borne out, in English words that a model may be shown to mend it; never holds markup or links. */
  readonly detail: string;
}

/** Whether a sentence stands, with the quotes that bear it, each once, by number; or all that it failed, at least one. */
export type SentenceVerdict =
  | { readonly ok: true; readonly quotes: readonly NumberedQuote[] }
  | { readonly ok: false; readonly failures: readonly ClaimFailure[] };

/** Holds sentences against the quotes they cite. What cannot be checked fails. */
export interface SentenceVerifier {
  /**
   * @param quotes all that the model was given; only those cited are evidence
   * @throws FootnoteError where the embedding model fails; the sentence must then not be shown
   */
  verify(
    draft: DraftSentence,
    quotes: readonly NumberedQuote[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<SentenceVerdict>;
}
