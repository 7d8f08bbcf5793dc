import type { PlacedSpan } from './metrics/evidence-recall.js';
import type { ReplyCitation } from './target/reply.js';

/**
 * Where a citation proves its quote: at the span it names, or, where it names none, at every place the quote stands in its
 * document. None where the quote does not stand there: such a citation supports nothing.
 */
export function citedPlaces(
  { documentId, start, end, quote }: ReplyCitation,
  texts: ReadonlyMap<string, string>,
): PlacedSpan[] {
  const text = documentId === null ? undefined : texts.get(documentId);
  if (documentId === null || text === undefined || !quote) return [];
  if (start !== null && end !== null)
    return text.slice(start, end) === quote ? [{ documentId, start, end }] : [];
  return placesIn(documentId, text, quote);
}

/** Every place where a quote stands in a document's text. */
export function placesIn(documentId: string, text: string, quote: string): PlacedSpan[] {
  const places: PlacedSpan[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    places.push({ documentId, start: at, end: at + quote.length });
  return places;
}
