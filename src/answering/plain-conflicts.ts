import type { AnalysedQuestion } from '../analysis/question.js';
import { type Constraint, constraintsOf, unmetConstraints } from './constraints.js';
import type { SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';

/** Demands that a right answer hardly ever fails: of sentences that plainly do, about one in ten answers (training/train.ts prints it). */
export const PLAIN_CONFLICTS: readonly Constraint[] = [
  'otherYear',
  'otherPlace',
  'otherRank',
  'opposed',
  'swapped',
];
/** From here on a sentence plainly says another thing. */
const PLAIN = 0.99;
/** How far down the ranking to look for a sentence without conflict. */
const LOOKED_AT = 6;

/**
 * Puts the first sentence that does not plainly speak of another year, place, rank or direction than the question
 * before those that do. Where all that were looked at do, the ranking stays: then the confidence tells.
 */
export function conflictingBehind<Candidate extends SentenceCandidate>(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence<Candidate>[],
): RankedSentence<Candidate>[] {
  const demands = constraintsOf(question);
  const place = ranked.slice(0, LOOKED_AT).findIndex(({ candidate }) => {
    const unmet = unmetConstraints(demands, candidate.passage, candidate.analysed);
    return PLAIN_CONFLICTS.every((name) => unmet[name] < PLAIN);
  });
  const fit = ranked[place];
  if (place <= 0 || fit === undefined) return [...ranked];
  return [fit, ...ranked.filter((one) => one !== fit)];
}
