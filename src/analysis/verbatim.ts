import type { SourceDocument } from '../domain/document.js';
import type { ProposedQuote } from '../domain/reader.js';

/** Whether a quote is exactly what its document holds at its span. */
export function isVerbatim(quote: ProposedQuote, document: SourceDocument | undefined): boolean {
  return (
    document !== undefined &&
    document.id === quote.documentId &&
    quote.quote !== '' &&
    quote.start >= 0 &&
    quote.end <= document.text.length &&
    document.text.slice(quote.start, quote.end) === quote.quote
  );
}
