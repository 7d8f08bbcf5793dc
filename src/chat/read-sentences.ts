import type { DraftSentence } from '../domain/claim-check.js';
import { ChatFailure } from './chat-failure.js';
import type { Completion } from './completion.js';
import { lenientJson } from './lenient-json.js';
import { withoutMarks } from './reference-marks.js';

/** What a model wrote, nothing of it believed. */
export interface Draft {
  /** In its order; not empty. */
  readonly sentences: readonly DraftSentence[];
  /** What it takes for the answer in a word or a figure; null where it gives none. */
  readonly shortAnswer: string | null;
}

/** More than any answer has; who writes more is not read further. */
const MOST_SENTENCES = 12;
const THINKING = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu;
const SENTENCE_END = /(?<=[.!?][”"’)\]]*(?:\s*\[[\d,;\s^-]+\])*)\s+(?=[\p{Lu}\p{N}“"‘(*-])/u;

/**
 * The sentences of a reply: from the JSON that was asked for or its like, else from text with marks of references.
 * @throws ChatFailure `declined` where the model gives no answer, `malformed` or `token_limit` where it cannot be read
 */
export function readSentences({ text, isCut }: Completion): Draft {
  const said = text.replace(THINKING, ' ').trim();
  if (said === '') throw new ChatFailure(isCut ? 'token_limit' : 'declined');
  const json = lenientJson(said);
  const list = json === undefined ? undefined : listOf(json);
  if (json !== undefined && list === undefined) {
    if (json['answerable'] === false) throw new ChatFailure('declined');
    throw unreadable(isCut);
  }
  if (json !== undefined && (json['answerable'] === false || isEmptyOnPurpose(list, said, isCut)))
    throw new ChatFailure('declined');
  const sentences = (list ?? plainSentences(said)).flatMap(draftOf).slice(0, MOST_SENTENCES);
  if (list === undefined && sentences.every(({ cites }) => cites.length === 0))
    throw isCut || /[{[]/u.test(said.charAt(0)) ? unreadable(isCut) : new ChatFailure('declined');
  if (sentences.length === 0) throw unreadable(isCut);
  const short = json?.['shortAnswer'] ?? json?.['short_answer'];
  return {
    sentences,
    shortAnswer: typeof short === 'string' && short.trim() !== '' ? short.trim() : null,
  };
}

function unreadable(isCut: boolean): ChatFailure {
  return isCut ? new ChatFailure('token_limit') : new ChatFailure('malformed', { isPassing: true });
}

/** `"sentences": []`, told from a list whose first element was cut off. */
function isEmptyOnPurpose(list: unknown, said: string, isCut: boolean): boolean {
  return Array.isArray(list) && list.length === 0 && !isCut && /\[\s*\]/u.test(said);
}

function listOf(json: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  for (const name of ['sentences', 'answer', 'text']) {
    const found = json[name];
    if (Array.isArray(found)) return found;
    if (typeof found === 'string') return plainSentences(found);
  }
  return undefined;
}

function plainSentences(text: string): string[] {
  return text
    .replace(/```\w*/gu, ' ')
    .split(/\n+/u)
    .flatMap((line) => line.trim().split(SENTENCE_END))
    .filter((sentence) => sentence.trim() !== '');
}

function draftOf(given: unknown): DraftSentence[] {
  if (typeof given === 'string') return sentenceOf(given, []);
  if (typeof given !== 'object' || given === null) return [];
  const members = given as Readonly<Record<string, unknown>>;
  const text = members['text'] ?? members['sentence'] ?? members['claim'];
  const cites = members['quotes'] ?? members['citations'] ?? members['cites'] ?? members['refs'];
  return typeof text === 'string' ? sentenceOf(text, numbersOf(cites)) : [];
}

function sentenceOf(given: string, cites: readonly number[]): DraftSentence[] {
  const { text, marks } = withoutMarks(given);
  return text === '' ? [] : [{ text, cites: [...new Set([...cites, ...marks])] }];
}

/** Numbers as models write them: 1, "1", "[1]", {"number": 1}; what is none of them cites a quote that is not there. */
function numbersOf(cites: unknown): number[] {
  const list = Array.isArray(cites) ? cites : cites === undefined || cites === null ? [] : [cites];
  return list.map((one: unknown) => {
    const value = typeof one === 'object' && one !== null && 'number' in one ? one.number : one;
    const isPlain = typeof value === 'string' || typeof value === 'number';
    const digits = isPlain ? /^\D*(\d{1,6})\D*$/u.exec(String(value))?.[1] : undefined;
    return digits === undefined ? 0 : Number(digits);
  });
}
