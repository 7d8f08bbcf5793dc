import type { Candidate } from './retriever.js';
import type { Span } from './span.js';

/** What a reader is given. */
export interface ReadingRequest {
  readonly question: string;
  readonly candidates: readonly Candidate[];
  readonly queryVector: Float32Array;
  /** Answer sentences at most, 1 to 10. */
  readonly maxSentences: number;
  readonly signal?: AbortSignal;
  /** Whether the reading shall say how it came about. */
  readonly explain?: boolean;
}

/** Something the reader looked at in a sentence, and what it added to the sentence's score. */
export interface ExplainedFeature {
  readonly name: string;
  readonly value: number;
  readonly contribution: number;
}

/** A sentence as the reader judged it. */
export interface ExplainedSentence extends Span {
  readonly passageId: string;
  readonly text: string;
  /** Comparable within one question. */
  readonly score: number;
  /** Its share, 0 to 1, of the belief that one of the sentences answers. */
  readonly probability: number;
  /** The weightiest first. */
  readonly features: readonly ExplainedFeature[];
}

/** How a reading came about. */
export interface ReadingExplanation {
  /** The best sentences, best first. */
  readonly sentences: readonly ExplainedSentence[];
}

/** A quote a reader proposes; it is verified before anyone sees it. */
export interface ProposedQuote extends Span {
  readonly documentId: string;
  readonly passageId: string;
  readonly quote: string;
}

export interface ProposedSentence {
  readonly text: string;
  readonly quotes: readonly ProposedQuote[];
}

export interface ProposedSide {
  readonly value: string;
  readonly quotes: readonly ProposedQuote[];
}

export interface ProposedDisagreement {
  /** What the sides differ about, in words. */
  readonly about: string;
  readonly sides: readonly ProposedSide[];
}

export type AbstentionReason = 'no_evidence' | 'ambiguous' | 'unsupported_language';

/**
 * What a reader makes of a question and its candidates. `confidence` is the probability, 0 to 1, that the answer is right;
 * `explanation` is there where one was asked for and the reader can give it.
 */
export type Reading =
  | {
      readonly status: 'answered';
      readonly sentences: readonly ProposedSentence[];
      readonly shortAnswer: string | null;
      readonly confidence: number;
      readonly disagreement: ProposedDisagreement | null;
      readonly explanation?: ReadingExplanation;
    }
  | {
      readonly status: 'abstained';
      readonly reason: AbstentionReason;
      readonly message: string;
      readonly confidence: number;
      readonly explanation?: ReadingExplanation;
    };

export interface Reader {
  /** Name used in configuration and logs. */
  readonly name: string;
  read(request: ReadingRequest): Promise<Reading>;
}
