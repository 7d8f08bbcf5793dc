import type { ProposedQuote } from '../domain/reader.js';
import type { SentenceCandidate } from './sentence-features.js';

/** The whole sentence as a quote from its document. */
export function quoteOf({ passage, analysed }: SentenceCandidate): ProposedQuote {
  return {
    documentId: passage.passage.documentId,
    passageId: passage.passage.id,
    start: analysed.sentence.start,
    end: analysed.sentence.end,
    quote: analysed.sentence.text,
  };
}
