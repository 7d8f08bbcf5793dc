import { normaliseAnswer } from '../metrics/normalise.js';
import type { QuestionRecord } from './question.js';

/** Words that ask or join, and tell nothing of what is asked about. */
const EMPTY = new Set(
  `of in on at to for from by with and or is are was were be been being do does did how what which who whom whose when
  where why many much have has had that this these those it its their his her as than between among there more most will
  would can could should if not no any about into over under per after before during both each other one ones`.split(
    /\s+/,
  ),
);
/** Fewer words stand together by chance. */
const LEAST_WORDS = 2;

/** Two neighbouring sentences of a document. */
export interface Stretch {
  /** Where it begins in the document's text. */
  readonly start: number;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** Every two neighbouring sentences of a text, and its last alone. */
export function stretchesOf(text: string): readonly Stretch[] {
  const sentences = [...text.matchAll(/[^\n]+?(?:[.!?](?=\s)|(?=\n)|$)/gu)].map(
    ({ 0: sentence, index }) => ({ start: index, end: index + sentence.length }),
  );
  const words = sentences.map(({ start, end }) => wordsOf(text.slice(start, end)));
  return sentences.map(({ start, end }, place) => ({
    start,
    text: text.slice(start, sentences[place + 1]?.end ?? end),
    words: new Set([...(words[place] ?? []), ...(words[place + 1] ?? [])]),
  }));
}

/**
 * Two neighbouring sentences in which every word stands that an unanswerable question asks with, those of the question before
 * it included: the documents may answer it after all. Undefined where a search for its words finds no such place.
 * @param stretches Of one document.
 * @param decoys Spans of that document that were read and do not answer; sentences that touch one are passed over.
 */
export function stretchWithAllWords(
  { question, history }: Pick<QuestionRecord, 'question' | 'history'>,
  stretches: readonly Stretch[],
  decoys: readonly { readonly start: number; readonly end: number }[],
): Stretch | undefined {
  const asked = contentWords([history?.at(-1)?.question ?? '', question].join(' '));
  if (asked.length < LEAST_WORDS) return undefined;
  return stretches.find(({ start, text, words }) => {
    const end = start + text.length;
    return (
      asked.every((word) => words.has(word)) &&
      !decoys.some((decoy) => decoy.start < end && decoy.end > start)
    );
  });
}

function contentWords(text: string): string[] {
  return [...new Set(wordsOf(text))].filter((word) => !EMPTY.has(word));
}

function wordsOf(text: string): string[] {
  return normaliseAnswer(text.replace(/['’]s\b/gu, ''))
    .split(' ')
    .filter(Boolean);
}
