import { containsAnswer, normaliseAnswer } from './normalise.js';

/** 1 where a short answer equals an accepted answer after normalisation, else 0: SQuAD's "exact match" (Rajpurkar et al. 2016). */
export function shortAnswerExact(shortAnswer: string, answers: readonly string[]): 0 | 1 {
  const given = normaliseAnswer(shortAnswer);
  return answers.some((answer) => normaliseAnswer(answer) === given) ? 1 : 0;
}

/** 1 where a short answer holds an accepted answer with words around it, or equals it, else 0. */
export function shortAnswerContains(shortAnswer: string, answers: readonly string[]): 0 | 1 {
  return answers.some((answer) => containsAnswer(shortAnswer, answer)) ? 1 : 0;
}
