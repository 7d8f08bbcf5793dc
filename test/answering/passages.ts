import type { Candidate } from '../../src/domain/retriever.js';
import type { StoredPassage } from '../../src/domain/search-index.js';
import { sampleDocument } from '../indexing/sample-documents.js';

/** A passage whose sentences are the given texts, one blank apart; each vector is unit length and tells by its angle what it is about. */
export function passageOf(
  documentId: string,
  sentences: readonly string[],
  angles: readonly number[] = [],
): StoredPassage {
  let start = 0;
  return {
    id: `${documentId}#0`,
    documentId,
    ordinal: 0,
    start: 0,
    end: sentences.join(' ').length,
    headings: [],
    text: sentences.join(' '),
    document: sampleDocument(documentId, sentences.join(' ')),
    sentences: sentences.map((text, which) => {
      const sentence = {
        text,
        start,
        end: start + text.length,
        kind: 'paragraph' as const,
        vector: direction(angles[which] ?? 0),
      };
      start += text.length + 1;
      return sentence;
    }),
  };
}

/** The unit vector at an angle in radians. */
export function direction(angle: number): Float32Array {
  return Float32Array.from([Math.cos(angle), Math.sin(angle)]);
}

/** Candidates in the given order, as if both retrievers had agreed on it. */
export function candidatesOf(...passages: readonly StoredPassage[]): Candidate[] {
  return passages.map((passage, place) => {
    const ranking = { rank: place + 1, score: 1 / (place + 1) };
    return { passage, ...ranking, dense: ranking, lexical: ranking };
  });
}
