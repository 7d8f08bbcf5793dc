import type { SourceDocument } from '../../src/domain/document.js';
import type { DocumentProblem } from '../../src/ingest/invalid-document.js';
import { loadFile } from '../../src/ingest/load-file.js';
import { corpusFolder } from './corpus-folder.js';

/** What a file of this name with this content gives. */
export async function loadAll(name: string, content: string | Uint8Array) {
  const corpusDir = await corpusFolder({ [name]: content });
  const documents: SourceDocument[] = [];
  const problems: DocumentProblem[] = [];
  for await (const loaded of loadFile(corpusDir, name)) {
    if ('document' in loaded) documents.push(loaded.document);
    else problems.push(loaded.problem);
  }
  return { documents, problems };
}

/** The one document such a file is. */
export async function loadOne(name: string, content: string | Uint8Array): Promise<SourceDocument> {
  const { documents, problems } = await loadAll(name, content);
  const [document] = documents;
  if (document === undefined || documents.length > 1)
    throw new Error(`${documents.length} documents: ${JSON.stringify(problems)}`);
  return document;
}

/** Its blocks as `kind text`, headings with their level. */
export function blocksOf({ text, blocks }: SourceDocument): string[] {
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level || ''} ${text.slice(start, end)}`,
  );
}
