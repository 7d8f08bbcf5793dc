import type { AskRequest } from '../src/contract/ask.js';
import type { AnswerableQuestion } from './dataset/question.js';
import { placesOf } from './evidence-places.js';
import { evidenceRecall, type PlacedSpan } from './metrics/evidence-recall.js';
import type { Outcome } from './outcome.js';
import type { Score } from './score.js';
import type { Target } from './target/target.js';

/** Where an outcome went wrong. */
export const STAGES = {
  failed: 'request failed',
  'answered-unanswerable': 'answered although nothing in the documents does',
  'not-retrieved': 'evidence is not among the first 20 passages',
  abstained: 'evidence was retrieved, yet it abstained',
  'not-chosen': 'evidence was retrieved, other sentences were chosen',
  'wrong-answer': 'evidence was cited, the answer lacks what is accepted',
  undiagnosed: 'wrong, and the search that would tell why failed',
  'other-source': 'answer is right, but its citations miss the evidence',
  'one-sided': 'answer is right, but does not show that the documents disagree',
} as const;

export type Stage = keyof typeof STAGES;

const CANDIDATES = 20;

/**
 * The stage at which an outcome went wrong; null where all is well. Whether the evidence was
 * retrieved is found out by searching for the question, after the last question before it where there is one.
 * @param score Null for a failed request.
 */
export async function diagnose(
  outcome: Outcome,
  score: Score | null,
  target: Target,
  texts: ReadonlyMap<string, string>,
): Promise<Stage | null> {
  if (outcome.response === null || score === null) return 'failed';
  const { question } = outcome;
  if (!question.answerable) return score.abstained ? null : 'answered-unanswerable';
  const cites = (score.evidenceRecall ?? 0) > 0;
  if (score.right) {
    if (!cites) return 'other-source';
    return question.sides !== undefined && score.sidesShown === null ? 'one-sided' : null;
  }
  if (cites) return 'wrong-answer';
  try {
    if (!(await isRetrieved(question, target, texts))) return 'not-retrieved';
  } catch {
    return 'undiagnosed';
  }
  return score.abstained ? 'abstained' : 'not-chosen';
}

async function isRetrieved(
  question: AnswerableQuestion,
  target: Target,
  texts: ReadonlyMap<string, string>,
): Promise<boolean> {
  const { passages } = await target.search({ query: queryOf(question), limit: CANDIDATES });
  const spans: PlacedSpan[] = passages;
  return evidenceRecall(spans, placesOf(question, texts), question.evidenceMode) === 1;
}

function queryOf({ question, history }: Pick<AskRequest, 'question' | 'history'>): string {
  const before = history?.at(-1);
  return before === undefined ? question : `${before.question} ${question}`;
}
