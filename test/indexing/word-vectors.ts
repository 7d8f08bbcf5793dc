import { createHash } from 'node:crypto';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';

/** What a fake model was asked, and how it may be made to differ. */
export interface WordVectorsOptions {
  readonly dimension?: number;
  readonly fingerprint?: string;
  /** Changes the vectors of a call before they are given back. */
  readonly spoil?: (vectors: Float32Array[]) => Float32Array[];
  /** Called before the texts of a call are embedded. */
  readonly onCall?: (texts: readonly string[]) => void | Promise<void>;
}

/** A fake embedding model: every word is a fixed direction, a text the sum of its words' at unit length. */
export function createWordVectors(options: WordVectorsOptions = {}): EmbeddingModel {
  const { dimension = 64, fingerprint = `words-${dimension}` } = options;
  return {
    id: 'words',
    fingerprint,
    dimension,
    maxTokens: 512,
    languages: null,
    embedQuery: async (text) => wordVector(text, dimension),
    embedPassages: async (texts, { onProgress } = {}) => {
      await options.onCall?.(texts);
      const vectors = texts.map((text, i) => {
        onProgress?.(i + 1);
        return wordVector(text, dimension);
      });
      return options.spoil?.(vectors) ?? vectors;
    },
    close: async () => undefined,
  };
}

function wordVector(text: string, dimension: number): Float32Array {
  const sum = new Float64Array(dimension);
  sum[0] = 0.01;
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const bytes = createHash('sha256').update(word).digest();
    for (let i = 0; i < bytes.length; i += 2)
      sum[bytes.readUInt16LE(i) % dimension]! += i % 4 === 0 ? 1 : -1;
  }
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (component) => component / length);
}
