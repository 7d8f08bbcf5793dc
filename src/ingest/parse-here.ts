import type { ParsedDocument } from './document-format.js';
import { formatFor, SUPPORTED_EXTENSIONS } from './formats.js';
import { InvalidDocument } from './invalid-document.js';

/**
 * Turns the bytes of a file into what it says.
 * @param extension of the file, dot included
 * @throws InvalidDocument
 */
export type Parse = (extension: string, bytes: Buffer) => Promise<ParsedDocument>;

/** Parses in this thread, however long it takes. */
export const parseHere: Parse = async (extension, bytes) => {
  const format = await entryFor(extension).open();
  return format.parse(bytes);
};

/** What is known of the format of files with this extension. @throws InvalidDocument where they are not read */
export function entryFor(extension: string) {
  const entry = formatFor(extension);
  if (entry !== undefined) return entry;
  throw new InvalidDocument(
    `Files ${extension === '' ? 'without an extension' : `with the extension ${extension}`} are not read.`,
    `Turn it into one of ${SUPPORTED_EXTENSIONS.join(', ')}, or take it out of the corpus folder.`,
  );
}
