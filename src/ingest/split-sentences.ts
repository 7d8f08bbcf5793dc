import type { Span } from '../domain/span.js';
import { endsSentence } from './sentence-boundary.js';

/** Marks that end sentences in any script, an ellipsis too, with the quotes and brackets that close after them. */
const MARK = /(?<sign>[\p{Sentence_Terminal}…]+)[\p{Pe}\p{Pf}"']*/gu;
const READABLE = /[\p{L}\p{N}]/u;
/** Within this many UTF-16 code units an open bracket must close to hold its sentences together. */
const BRACKET_REACH = 300;

/**
 * The sentences of one block of text, in order: without overlap, without blank ends, holding every
 * non-blank character. A quotation's closing mark belongs to the sentence it ends; several sentences
 * in quotation marks are several sentences, in brackets one. A text without any mark is one sentence, and
 * one without letter or digit joins the sentence before it.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let lastIsReadable = true;
  const add = (start: number, end: number) => {
    const isReadable = READABLE.test(text.slice(start, end));
    const last = spans.at(-1);
    if (last && !(isReadable && lastIsReadable)) {
      spans[spans.length - 1] = { start: last.start, end };
      lastIsReadable ||= isReadable;
    } else {
      spans.push({ start, end });
      lastIsReadable = isReadable;
    }
  };
  let start = skipBlank(text, 0);
  let depth = 0;
  let counted = start;
  for (const match of text.matchAll(MARK)) {
    const markEnd = match.index + (match.groups?.['sign']?.length ?? 0);
    const end = match.index + match[0].length;
    depth = bracketDepth(text, counted, end, depth);
    counted = end;
    if (depth > 0 && text.slice(end, end + BRACKET_REACH).includes(')')) continue;
    if (!endsSentence(text, start, { markStart: match.index, markEnd, end })) continue;
    add(start, end);
    start = skipBlank(text, end);
    depth = 0;
  }
  const end = text.trimEnd().length;
  if (start < end) add(start, end);
  return spans;
}

function bracketDepth(text: string, from: number, to: number, depth: number): number {
  let open = depth;
  for (let i = from; i < to; i++) {
    if (text[i] === '(') open++;
    else if (text[i] === ')' && open > 0) open--;
  }
  return open;
}

function skipBlank(text: string, from: number): number {
  const blank = /\s*/y;
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}
