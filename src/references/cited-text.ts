import type { AnswerSentence, AskResponse } from '../contract/ask.js';
import type { Citation } from '../contract/citation.js';
import { pageLabel } from '../contract/page-range.js';
import type { Locate } from './place.js';

const SOURCES = 'Sources';
const NEAREST = 'Nearest passages';
/** Where the lists begin that `citedText` ends a text with, whether or not its keeper changed blanks. */
const LISTS = new RegExp(
  `^(?:${SOURCES}[ \\t\\r]*\\n\\s*\\[\\d+\\]|${NEAREST}[ \\t\\r]*\\n\\s*-)`,
  'm',
);

/** A sentence as it stands in the text: `… [1][2]`. */
export function citedSentence({ text, citations }: AnswerSentence): string {
  return `${text} ${marks(citations)}`;
}

/**
 * A whole answer, or why there is none, as plain text: the sentences with the numbers of their
 * citations, what the sources differ about, and the list of sources.
 */
export function citedText(response: AskResponse, locate: Locate): string {
  const { answer, abstention, disagreement, citations } = response;
  const parts: string[] = [];
  if (answer !== null) parts.push(answer.sentences.map(citedSentence).join(' '));
  if (abstention !== null) parts.push(abstention.message, ...nearest(abstention.nearest, locate));
  if (disagreement !== null) parts.push(differing(disagreement));
  // Each source is a paragraph, so that chats which show Markdown keep them apart.
  if (citations.length > 0) parts.push(SOURCES, ...citations.map((one) => source(one, locate)));
  return parts.join('\n\n');
}

/** The text without the lists that `citedText` ends it with. */
export function withoutSources(text: string): string {
  const start = LISTS.exec(text)?.index;
  return start === undefined ? text : text.slice(0, start).trimEnd();
}

function marks(numbers: readonly number[]): string {
  return numbers.map((number) => `[${number}]`).join('');
}

function source(citation: Citation, locate: Locate): string {
  const { number, title, publisher, published } = citation;
  const page = pageLabel(citation) ?? null;
  const facts = [title, publisher, published, page].filter((fact) => fact !== null).map(onOneLine);
  return `[${number}] ${facts.join(', ')} - ${locate(citation)}`;
}

function nearest(
  passages: NonNullable<AskResponse['abstention']>['nearest'],
  locate: Locate,
): string[] {
  if (passages.length === 0) return [];
  const lines = passages.map((one) => `- ${onOneLine(one.title)} - ${locate(one)}`);
  return [list(NEAREST, lines)];
}

function differing({ about, sides }: NonNullable<AskResponse['disagreement']>): string {
  const lines = sides.map(({ value, citations }) => `- ${onOneLine(value)} ${marks(citations)}`);
  return list(`The sources differ: ${onOneLine(about)}`, lines);
}

function list(heading: string, lines: readonly string[]): string {
  return [heading, ...lines].join('\n');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
