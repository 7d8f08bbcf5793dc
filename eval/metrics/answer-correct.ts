import { containsAnswer } from './normalise.js';
import { partsRecall } from './parts-recall.js';

/**
 * 1 where a text holds an accepted answer, or, for a question with parts, every part; else 0.
 * Containment after normalisation, as in open-domain question answering ("has answer", Chen et al. 2017, DrQA).
 */
export function answerCorrect(
  text: string,
  expected: {
    readonly answers: readonly string[];
    readonly parts?: readonly (readonly string[])[] | undefined;
  },
): 0 | 1 {
  const right =
    expected.parts === undefined
      ? expected.answers.some((answer) => containsAnswer(text, answer))
      : partsRecall(text, expected.parts) === 1;
  return right ? 1 : 0;
}
