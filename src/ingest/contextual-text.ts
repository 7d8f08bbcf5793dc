import type { SourceDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';

/**
 * What is embedded for a text of a passage: the document's title and the governing headings, a line
 * each, a blank line, then the text. A heading that already opens the text is not said twice.
 */
export function contextualText(
  document: Pick<SourceDocument, 'title'>,
  passage: Pick<Passage, 'headings'>,
  text: string,
): string {
  const opening = text.split('\n\n', passage.headings.length + 1);
  const context = [document.title, ...passage.headings].filter((line) => !opening.includes(line));
  return context.length === 0 ? text : `${context.join('\n')}\n\n${text}`;
}
