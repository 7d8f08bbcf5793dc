import type { Score } from './score.js';
import type { Lacks } from './target/lacks.js';
import type { Reply } from './target/reply.js';

/**
 * A score without what a reply of its kind cannot show, so that nothing untold counts as wrong. Of a service that answers in
 * plain text, sentences have no proof that could be told apart from other words, and an answer that quotes nothing can be
 * held against documents alone.
 */
export function asFarAsTold(score: Score, reply: Reply, lacks: Lacks): Score {
  if (lacks.spans === undefined) return score;
  const told = lacks.disagreement === undefined ? score : { ...score, disagreementRight: null };
  const quotes = reply.citations.filter(({ quote }) => quote !== null).length;
  const inPart = quotes < reply.citations.length;
  return {
    ...told,
    grounded: [],
    support: [],
    passagePrecision: quotes === 0 || inPart ? null : score.passagePrecision,
    quotePrecision: quotes === 0 || inPart ? null : score.quotePrecision,
    passageRecall: quotes === 0 ? null : score.passageRecall,
    evidenceRecall: quotes === 0 ? null : score.evidenceRecall,
    answerQuoted: quotes === 0 ? null : score.answerQuoted,
  };
}
