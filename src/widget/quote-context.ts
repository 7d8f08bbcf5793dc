import type { Citation } from '../contract/citation.js';
import type { DocumentView } from '../contract/document.js';

/** A quote between the words it stands between. */
export interface QuoteContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** Characters shown on either side of a quote, about; whole words, and nothing beyond its paragraph. */
const AROUND = 160;
const PARAGRAPH_END = /\n\s*\n/;

/** The quote as it stands in the document; undefined where the document holds other words there by now. */
export function quoteContext(
  { start, end, quote }: Pick<Citation, 'start' | 'end' | 'quote'>,
  { text }: Pick<DocumentView, 'text'>,
): QuoteContext | undefined {
  if (text.slice(start, end) !== quote) return undefined;
  return { before: wordsBefore(text, start), quote, after: wordsAfter(text, end) };
}

function wordsBefore(text: string, start: number): string {
  const paragraph = text.slice(0, start).split(PARAGRAPH_END).at(-1) ?? '';
  if (paragraph.length <= AROUND) return paragraph.trimStart();
  const cut = paragraph.slice(-AROUND);
  return `…${cut.slice(Math.max(0, cut.search(/\s/)))}`;
}

function wordsAfter(text: string, end: number): string {
  const paragraph = text.slice(end).split(PARAGRAPH_END)[0] ?? '';
  if (paragraph.length <= AROUND) return paragraph.trimEnd();
  const cut = paragraph.slice(0, AROUND);
  const last = cut.search(/\s\S*$/);
  return `${last > 0 ? cut.slice(0, last) : cut}…`;
}
