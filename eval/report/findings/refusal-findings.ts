import { countOf, type Finding, were } from './finding.js';
import { idsOf, type Scored } from './scored.js';

/** Whether it refuses what it should, and only that. */
export function refusalFindings(all: readonly Scored[]): Finding[] {
  if (all.length === 0) return [];
  const unanswerable = all.filter(({ score }) => !score.question.answerable);
  const answerable = all.filter(({ score }) => score.question.answerable);
  const refused = all.filter(({ score }) => score.abstained);
  if (refused.length === all.length)
    return [
      {
        kind: 'fault',
        text: `Every question was refused: ${countOf(answerable.length, answerable.length, 'answerable questions')} got no answer. Its refusals say nothing of what it knows.`,
        questions: idsOf(answerable),
      },
    ];
  return [...answeredAnyway(unanswerable, refused.length === 0), ...refusedAnyway(answerable)];
}

function answeredAnyway(unanswerable: readonly Scored[], never: boolean): Finding[] {
  if (unanswerable.length === 0) return [];
  const answered = unanswerable.filter(({ score }) => !score.abstained);
  const count = countOf(answered.length, unanswerable.length, 'unanswerable questions');
  if (answered.length === 0)
    return [
      {
        kind: 'good',
        text: `All ${unanswerable.length} unanswerable questions were refused.`,
        questions: [],
      },
    ];
  const text = never
    ? `Never abstains: ${count} ${were(answered.length)} answered.`
    : `${count} ${were(answered.length)} answered, although nothing in the documents answers them.`;
  return [{ kind: 'fault', text, questions: idsOf(answered) }];
}

function refusedAnyway(answerable: readonly Scored[]): Finding[] {
  const refused = answerable.filter(({ score }) => score.abstained);
  if (refused.length === 0) return [];
  return [
    {
      kind: 'fault',
      text: `${countOf(refused.length, answerable.length, 'answerable questions')} ${were(refused.length)} refused, although the documents answer them.`,
      questions: idsOf(refused),
    },
  ];
}
