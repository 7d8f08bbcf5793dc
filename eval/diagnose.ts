import { placesOf } from './evidence-places.js';
import { evidenceRecall, type PlacedSpan } from './metrics/evidence-recall.js';
import type { Answered, Outcome } from './outcome.js';
import type { Score } from './score.js';

/** Where an outcome went wrong. */
export const STAGES = {
  'timed-out': 'no response in time',
  failed: 'request failed',
  'answered-unanswerable': 'answered although nothing in the documents does',
  'not-retrieved': 'evidence is not among the first 20 passages',
  'not-chosen': 'evidence was retrieved, other sentences were chosen',
  refused: 'evidence was chosen, or at least retrieved, yet it abstained',
  'wrong-span': 'evidence was cited, the answer lacks what is accepted',
  undiagnosed: 'wrong, and no search tells why',
  'false-quote': 'answer is right, but a quote is not what its document says there',
  'other-source': 'answer is right, but its citations miss the evidence',
  'one-sided': 'answer is right, but does not show how the documents disagree',
  'false-disagreement': 'answer is right, but shows a disagreement that is not known',
} as const;

export type Stage = keyof typeof STAGES;

/** Sentences of an explanation that would have been the answer. */
const CHOSEN = 3;

/**
 * The stage at which an outcome went wrong; null where all is well. What was retrieved is told by the passages a
 * search found; what was chosen before a refusal by the service's explanation, where there is one.
 * @param score Null for a failed request.
 */
export function diagnose(
  outcome: Outcome,
  score: Score | null,
  texts: ReadonlyMap<string, string>,
): Stage | null {
  if (outcome.response === null || score === null)
    return 'timedOut' in outcome && outcome.timedOut ? 'timed-out' : 'failed';
  const { question } = outcome;
  if (!question.answerable) return score.abstained ? null : 'answered-unanswerable';
  if (score.right) return flawOf(score);
  if ((score.evidenceRecall ?? 0) > 0) return 'wrong-span';
  if (outcome.retrieved === null) return 'undiagnosed';
  const reaches = (spans: readonly PlacedSpan[]) =>
    evidenceRecall(spans, placesOf(question, texts), question.evidenceMode);
  if (reaches(outcome.retrieved) < 1) return 'not-retrieved';
  if (!score.abstained) return 'not-chosen';
  const chosen = wouldHaveChosen(outcome);
  return chosen.length === 0 || reaches(chosen) > 0 ? 'refused' : 'not-chosen';
}

/** What is wrong with a right answer. */
function flawOf(score: Score): Stage | null {
  if (score.verbatim.includes(false)) return 'false-quote';
  if (
    score.evidenceRecall === 0 ||
    (score.evidenceRecall === null && score.documentPrecision === 0)
  )
    return 'other-source';
  if (!score.question.answerable || score.disagreementRight !== false) return null;
  return score.question.sides === undefined ? 'false-disagreement' : 'one-sided';
}

/** The sentences a refusal thought best; none where it does not tell. */
function wouldHaveChosen({ response }: Answered): PlacedSpan[] {
  return (response.explanation?.parts ?? []).flatMap(({ sentences }) =>
    sentences.slice(0, CHOSEN).map(({ passageId, start, end }) => ({
      documentId: passageId.slice(0, passageId.lastIndexOf('#')),
      start,
      end,
    })),
  );
}
