import type { AskResponse } from '../../src/contract/ask.js';

/** What is wrong with the citations of an answer; each has to be in the version of its source whose hash it names. */
export function wrongCitations(
  { citations }: Pick<AskResponse, 'citations'>,
  versions: ReadonlyMap<string, string>,
): string[] {
  return citations.flatMap(({ documentId, documentHash, start, end, quote }) => {
    const text = versions.get(documentHash);
    if (text === undefined) return [`${documentId} never had the text ${documentHash}`];
    return text.slice(start, end) === quote
      ? []
      : [`${documentId} says something else than "${quote}" at ${start} to ${end}`];
  });
}
