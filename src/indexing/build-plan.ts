import type { SourceDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';
import type { IndexCounts } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import type { BuildProgress } from './build-progress.js';
import { sha256 } from './file-digest.js';
import type { Splitting } from './splitting.js';

/** A document with its passages, numbered as they will be stored. */
export interface PlannedDocument {
  readonly document: SourceDocument;
  readonly row: number;
  readonly firstPassage: number;
  /** In the order of their ids. */
  readonly passages: readonly Passage[];
}

/** Everything a build is going to write, short of vectors. */
export interface BuildPlan {
  /** In the order of their ids. */
  readonly documents: readonly PlannedDocument[];
  readonly counts: IndexCounts;
}

/**
 * Splits documents and numbers what comes of it: rows follow ids, so equal scores can be ordered by row.
 * @throws FootnoteError `corpus_invalid` without documents or with two of one id; `document_invalid`
 * where a text does not fit its hash.
 */
export async function planBuild(
  documents: readonly SourceDocument[],
  splitting: Splitting,
  { report, checkSignal }: BuildProgress,
): Promise<BuildPlan> {
  if (documents.length === 0)
    throw new FootnoteError(
      'corpus_invalid',
      'An index needs at least one document and there is none. Put Markdown files into the corpus folder.',
    );
  const planned: PlannedDocument[] = [];
  const counts = { documents: documents.length, passages: 0, sentences: 0 };
  for (const document of [...documents].sort((a, b) => byText(`${a.id}#`, `${b.id}#`))) {
    checkSignal();
    checkDocument(document, planned.at(-1)?.document);
    const passages = [...(await splitting.split(document))].sort((a, b) => byText(a.id, b.id));
    planned.push({ document, row: planned.length, firstPassage: counts.passages, passages });
    counts.passages += passages.length;
    for (const { sentences } of passages) counts.sentences += sentences.length;
    report({ stage: 'split', done: planned.length, total: documents.length });
  }
  if (counts.passages === 0)
    throw new FootnoteError(
      'corpus_invalid',
      'An index needs at least one passage and the documents hold no text. Put text into the corpus folder.',
    );
  return { documents: planned, counts };
}

function checkDocument(document: SourceDocument, before: SourceDocument | undefined): void {
  if (document.id === before?.id)
    throw new FootnoteError(
      'corpus_invalid',
      `Each document needs an id of its own, and both ${before.path} and ${document.path} have "${document.id}". Rename one.`,
    );
  const hash = `sha256-${sha256(document.text)}`;
  if (document.hash !== hash)
    throw new FootnoteError(
      'document_invalid',
      `The hash of ${document.path} should be ${hash}, that of its text, and is ${document.hash}. Load the document again.`,
      { details: { file: document.path } },
    );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
