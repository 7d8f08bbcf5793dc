import type { AskResponse } from '../contract/ask.js';
import type { Citation } from '../contract/citation.js';
import { citedSentence } from '../references/cited-text.js';
import { sourceAddress } from './source-address.js';
import { sourceFacts } from './source-facts.js';
import { type InterfaceLanguage, TEXTS } from './texts.js';

interface CopyOptions {
  readonly endpoint: string;
  readonly language: InterfaceLanguage;
}

/** A whole answer as it leaves with the clipboard: sentences with their numbers, sides that differ, references. */
export function copiedAnswer(response: AskResponse, options: CopyOptions): string {
  const { answer, disagreement, citations } = response;
  const parts = [answer?.sentences.map(citedSentence).join(' ') ?? ''];
  if (disagreement !== null) {
    const sides = disagreement.sides.map((side) =>
      citedSentence({ text: `- ${onOneLine(side.value)}`, citations: side.citations }),
    );
    const heading = `${TEXTS[options.language].differ}: ${onOneLine(disagreement.about)}`;
    parts.push([heading, ...sides].join('\n'));
  }
  return withReferences(parts.join('\n\n'), citations, options);
}

/** A text and, below it, what each number in it stands for: source, quote and where to open it. */
export function withReferences(
  text: string,
  citations: readonly Citation[],
  { endpoint, language }: CopyOptions,
): string {
  if (citations.length === 0) return text;
  const references = citations.map((citation) => {
    const { number, title, quote, href } = citation;
    const facts = [title, ...sourceFacts(citation, language)].map(onOneLine).join(', ');
    const address = sourceAddress(endpoint, href);
    const lines = [`[${number}] ${facts}`, `    “${onOneLine(quote)}”`];
    return [...lines, ...(address === undefined ? [] : [`    ${address}`])].join('\n');
  });
  return [text, TEXTS[language].sources, ...references].join('\n\n');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
