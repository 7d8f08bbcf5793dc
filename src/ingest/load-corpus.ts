import { stat } from 'node:fs/promises';
import type { SourceDocument } from '../domain/document.js';
import { FootnoteError } from '../errors.js';
import { findFiles } from './find-files.js';
import { SUPPORTED_EXTENSIONS } from './formats.js';
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

async function checkFolder(corpusDir: string): Promise<void> {
  const folder = await stat(corpusDir).catch(() => null);
  if (folder?.isDirectory()) return;
  throw new FootnoteError(
    'corpus_invalid',
    `The corpus folder ${corpusDir} ${folder === null ? 'does not exist' : 'is not a folder'}. Create it and put documents into it, or set CORPUS_DIR to the folder that holds them.`,
    { details: { folder: corpusDir } },
  );
}

function documentInvalid(problems: readonly DocumentProblem[]): FootnoteError {
  const [first] = problems;
  return new FootnoteError(
    'document_invalid',
    `${problems.length === 1 ? 'One file' : `${problems.length} files`} of the corpus cannot be read.\n${listing(problems)}`,
    {
      details: {
        count: problems.length,
        file: first?.file ?? '',
        ...(first?.line == null ? {} : { line: first.line }),
        remedy: first?.remedy ?? '',
      },
    },
  );
}

function noDocument(corpusDir: string, problems: readonly DocumentProblem[]): FootnoteError {
  const because = problems.length === 0 ? '' : `\n${listing(problems)}`;
  return new FootnoteError(
    'corpus_invalid',
    `The corpus folder ${corpusDir} holds no document that can be read. Put at least one file with the extension ${SUPPORTED_EXTENSIONS.join(' or ')} into it, or set CORPUS_DIR to the folder that holds them.${because}`,
    { details: { folder: corpusDir } },
  );
}

function listing(problems: readonly DocumentProblem[]): string {
  return problems
    .map(
      ({ file, line, message, remedy }) =>
        `${file}${line === null ? '' : `:${line}`}: ${message} ${remedy}`,
    )
    .join('\n');
}

/** Plain code unit order, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
