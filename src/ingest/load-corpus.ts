import type { SourceDocument } from '../domain/document.js';
import { checkFolder, documentInvalid, noDocument } from './corpus-faults.js';
import { findFiles } from './find-files.js';
import type { DocumentProblem } from './invalid-document.js';
import { createKnownDocuments } from './known-documents.js';
import { loadFile } from './load-file.js';

export interface LoadCorpusOptions {
  /** Folder of the source documents. */
  readonly corpusDir: string;
  /** A file that cannot become a document: fail and name every such file, or go on without it. */
  readonly onProblem: 'stop' | 'skip';
}

export interface LoadedCorpus {
  /** At least one, in code unit order of their ids. */
  readonly documents: readonly SourceDocument[];
  /** In code unit order of their files. */
  readonly problems: readonly DocumentProblem[];
}

/**
 * Reads every document in a folder and its folders. Of two files with the same text or the same id
 * the one whose path comes first stays.
 * @throws FootnoteError `corpus_invalid` without a folder or without any document in it;
 *   `document_invalid` for problems where these are to stop
 */
export async function loadCorpus(options: LoadCorpusOptions): Promise<LoadedCorpus> {
  const { corpusDir, onProblem } = options;
  await checkFolder(corpusDir);
  const found = await findFiles(corpusDir);
  const problems: DocumentProblem[] = [...found.problems];
  const known = createKnownDocuments();
  const documents: SourceDocument[] = [];
  for (const file of found.files) {
    for await (const loaded of loadFile(corpusDir, file)) {
      const problem = 'problem' in loaded ? loaded.problem : known.add(loaded.document);
      if (problem !== undefined) problems.push(problem);
      else if ('document' in loaded) documents.push(loaded.document);
    }
  }
  problems.sort((a, b) => compare(a.file, b.file));
  if (onProblem === 'stop' && problems.length > 0) throw documentInvalid(problems);
  if (documents.length === 0) throw noDocument(corpusDir, problems);
  return { documents: documents.sort((a, b) => compare(a.id, b.id)), problems };
}

/** Plain code unit order, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
