import type { DocumentFormat } from './document-format.js';
import { markdown } from './markdown.js';
import { plainText } from './plain-text.js';

const FORMATS: readonly DocumentFormat[] = [markdown, plainText];

/** Names how files become documents; another policy may read another text from the same bytes. */
export const READING_POLICY = 'formats=1';

/** Every extension that can be read, with its dot, in the order people are told about them. */
export const SUPPORTED_EXTENSIONS: readonly string[] = FORMATS.flatMap(
  (format) => format.extensions,
);

/** The format that reads files with this extension (dot included, any case), if there is one. */
export function formatFor(extension: string): DocumentFormat | undefined {
  return FORMATS.find((format) => format.extensions.includes(extension.toLowerCase()));
}
