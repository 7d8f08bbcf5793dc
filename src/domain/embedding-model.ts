/** Options of a call that may take long. */
export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of texts embedded so far, from 1 to the number of texts. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Turns text into unit-length vectors whose dot product is their cosine. A text's vector depends on
 * the text alone, never on the texts beside it. A text over `maxTokens` is cut at its end.
 */
export interface EmbeddingModel {
  /** What a person calls the model: a Hugging Face id, a folder or an npm package. */
  readonly id: string;
  /** Changes whenever the vectors could: weights, precision, pooling, prefixes or token limit. */
  readonly fingerprint: string;
  /** Length of every vector. */
  readonly dimension: number;
  /** Tokens, special tokens included, beyond which text is cut. */
  readonly maxTokens: number;
  /** BCP 47 language tags the model was made for; null where its configuration does not say. */
  readonly languages: readonly string[] | null;
  embedQuery(text: string, options?: EmbedOptions): Promise<Float32Array>;
  /** One vector per text, in the order of the texts. An empty list gives an empty list. */
  embedPassages(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** Lets texts under way finish and frees threads and memory. Later calls fail. */
  close(): Promise<void>;
}
