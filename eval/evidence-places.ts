import type { AnswerableQuestion } from './dataset/question.js';
import type { PlacedSpan } from './metrics/evidence-recall.js';

/** For each evidence quote of a question, every place where it stands in its document. */
export function placesOf(
  question: AnswerableQuestion,
  texts: ReadonlyMap<string, string>,
): PlacedSpan[][] {
  return question.evidence.map(({ documentId, quote }) => {
    const text = texts.get(documentId) ?? '';
    const places: PlacedSpan[] = [];
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
      places.push({ documentId, start: at, end: at + quote.length });
    return places;
  });
}
