import type { AskExplanation } from '../src/contract/explanation.js';
import type { QuestionRecord } from './dataset/question.js';
import type { PlacedSpan } from './metrics/evidence-recall.js';
import type { Target } from './target/target.js';

/** Passages that are judged, at most. */
const JUDGED_DEPTH = 20;

/**
 * The passages a search finds for a question, best first. It is searched for as the service says it read it, part by part;
 * where it does not say, as it was asked, after the last question before it where there is one. Null where the target cannot search.
 */
export async function searchFor(
  target: Target,
  question: QuestionRecord,
  explanation: AskExplanation | undefined,
  signal: AbortSignal,
): Promise<readonly PlacedSpan[] | null> {
  if (target.search === undefined) return null;
  const lists: (readonly PlacedSpan[])[] = [];
  for (const query of queriesOf(question, explanation)) {
    const { passages } = await target.search({ query, limit: JUDGED_DEPTH }, { signal });
    lists.push(passages.map(({ documentId, start, end }) => ({ documentId, start, end })));
  }
  return inTurn(lists).slice(0, JUDGED_DEPTH);
}

function queriesOf(
  { question, history }: QuestionRecord,
  explanation: AskExplanation | undefined,
): readonly string[] {
  const parts = explanation?.parts.map((part) => part.question) ?? [];
  if (parts.length > 0) return parts;
  const before = history?.at(-1);
  return [before === undefined ? question : `${before.question} ${question}`];
}

/** The first of every list, then the second, and so on; each place once. */
function inTurn(lists: readonly (readonly PlacedSpan[])[]): PlacedSpan[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const seen = new Set<string>();
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? []))
    .flat()
    .filter(({ documentId, start, end }) => {
      const key = JSON.stringify([documentId, start, end]);
      return !seen.has(key) && seen.add(key);
    });
}
