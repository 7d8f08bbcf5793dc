import { placesIn } from './cited-places.js';
import type { AnswerableQuestion } from './dataset/question.js';
import type { PlacedSpan } from './metrics/evidence-recall.js';

/** For each evidence quote of a question, every place where it stands in its document. */
export function placesOf(
  question: AnswerableQuestion,
  texts: ReadonlyMap<string, string>,
): PlacedSpan[][] {
  return question.evidence.map(({ documentId, quote }) =>
    placesIn(documentId, texts.get(documentId) ?? '', quote),
  );
}
