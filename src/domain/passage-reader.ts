import type { Span } from './span.js';

/** What a passage reader sees of a passage. */
export interface ReadablePassage {
  /** What governs it, such as its document's title and its headings; may be empty. */
  readonly context: string;
  readonly sentences: readonly string[];
}

/** What a passage reader makes of one sentence. */
export interface SentenceReading {
  /** Natural logarithm of the odds that this sentence answers against no sentence answering. */
  readonly logOdds: number;
  /** Its likeliest short answers, best first; none where the sentence was not read. */
  readonly spans: readonly LikelySpan[];
}

/** A stretch of a sentence, offsets into the sentence. */
export interface LikelySpan extends Span {
  /** Probability, 0 to 1, of this stretch among all of the sentence's, given that one of them answers. */
  readonly probability: number;
}

/** Reads question and passage together, by a model that runs on this machine. Its figures are comparable across passages. */
export interface PassageReader {
  /** Changes whenever its figures could. */
  readonly fingerprint: string;
  /** BCP 47 tags of the languages it was trained for. */
  readonly languages: readonly string[];
  /** One list a passage, in their order, with one reading a sentence. */
  read(
    question: string,
    passages: readonly ReadablePassage[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly (readonly SentenceReading[])[]>;
}
