import { normaliseAnswer } from './normalise.js';

/**
 * The best F1, over the accepted answers, of the words a short answer shares with one: the harmonic mean of the shares of
 * its words that the answer holds and of the answer's words that it holds, repeats counted (SQuAD, Rajpurkar et al. 2016).
 */
export function tokenF1(shortAnswer: string, answers: readonly string[]): number {
  return Math.max(0, ...answers.map((answer) => f1(wordsOf(shortAnswer), wordsOf(answer))));
}

function f1(given: readonly string[], wanted: readonly string[]): number {
  if (given.length === 0 || wanted.length === 0) return given.length === wanted.length ? 1 : 0;
  const left = [...wanted];
  let shared = 0;
  for (const word of given) {
    const place = left.indexOf(word);
    if (place === -1) continue;
    left.splice(place, 1);
    shared++;
  }
  return (2 * shared) / (given.length + wanted.length);
}

function wordsOf(text: string): string[] {
  return normaliseAnswer(text).split(' ').filter(Boolean);
}
