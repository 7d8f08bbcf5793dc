import { normaliseAnswer } from '../../metrics/normalise.js';
import { figuresAndNames } from '../../metrics/support.js';
import { countOf, type Finding } from './finding.js';
import { idsOf, type Scored } from './scored.js';

/** Something in them may deny. */
const DENIES = /\b(?:no|not|never|none|nothing|cannot|unable|unfortunately|sorry)\b|n't\b/iu;

/**
 * Of a service that answers in words alone: answers that may be refusals in words nobody listed. They cite nothing, deny something, and
 * hold no figure or name that the question has not.
 */
export function textFindings(all: readonly Scored[]): Finding[] {
  const answered = all.filter(({ score }) => !score.abstained);
  const doubtful = answered.filter(({ outcome }) => {
    const { answer, citations } = outcome.response;
    const asked = ` ${normaliseAnswer(outcome.question.question)} `;
    const text = answer?.text ?? '';
    return (
      citations.length === 0 &&
      DENIES.test(text) &&
      figuresAndNames(text).every((claim) => asked.includes(` ${claim} `))
    );
  });
  return doubtful.length === 0
    ? []
    : [
        {
          kind: 'caution',
          text: `${countOf(doubtful.length, answered.length, 'answers')} may be refusals in words that are not known: they cite nothing and deny something. They count as answers; read them, and name the words with --refusal.`,
          questions: idsOf(doubtful),
        },
      ];
}
