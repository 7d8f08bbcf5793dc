import { countOf, type Finding } from './finding.js';
import { idsOf, type Scored } from './scored.js';

/** Whether right answers rest on the right sources, and whether sentences say no more than their quotes. */
export function sourceFindings(all: readonly Scored[], citesNothing: boolean): Finding[] {
  const right = all.filter(
    ({ score }) => score.question.answerable && score.right && !score.abstained,
  );
  const bare = right.filter(({ outcome }) => outcome.response.citations.length === 0);
  const elsewhere = right.filter(citesElsewhere);
  const claiming = all.filter(({ score }) => score.support.length > 0);
  const sentences = claiming.flatMap(({ score }) => score.support);
  const beyond = claiming.filter(({ score }) => score.support.some((share) => share < 1));
  const beyondCount = sentences.filter((share) => share < 1).length;
  return [
    fault(
      elsewhere,
      `${countOf(elsewhere.length, right.length, 'right answers')} cite wrong sources: none of their citations holds the answer.`,
    ),
    fault(
      citesNothing ? [] : bare,
      `${countOf(bare.length, right.length, 'right answers')} cite nothing.`,
    ),
    fault(
      beyond,
      `${countOf(beyondCount, sentences.length, 'sentences')} with figures or names say some that no proven quote of theirs holds.`,
    ),
  ].flat();
}

function citesElsewhere({ outcome, score }: Scored): boolean {
  if (outcome.response.citations.length === 0) return false;
  if (score.evidenceRecall !== null) return score.evidenceRecall === 0 && score.answerQuoted !== 1;
  return score.documentPrecision === 0;
}

function fault(of: readonly Scored[], text: string): Finding[] {
  return of.length === 0 ? [] : [{ kind: 'fault', text, questions: idsOf(of) }];
}
