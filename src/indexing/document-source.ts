import type { SourceDocument } from '../domain/document.js';
import type { FootnoteError } from '../errors.js';
import type { DocumentProblem } from '../ingest/invalid-document.js';

/** A file of documents, as far as it is known without reading it. */
export interface SourceFile {
  /** Names it within its source. */
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970; null where the time says nothing of the content. */
  readonly modifiedMs: number | null;
}

/** What is in a source at one moment. */
export interface SourceListing {
  /** In code unit order of their paths. */
  readonly files: readonly SourceFile[];
  /** Places that could not be looked into. */
  readonly problems: readonly DocumentProblem[];
}

/** A document of a file, or why there is none. */
export type LoadedDocument =
  | { readonly document: SourceDocument }
  | { readonly problem: DocumentProblem };

/** Where the documents of an index come from. Only names stand in memory, texts one document at a time. */
export interface DocumentSource {
  /** Whether a document with the text or id of another is left out as a problem; else two of one id are an error. */
  readonly leavesDoublesOut: boolean;
  /** @throws FootnoteError `corpus_invalid` where there is nothing to list */
  list(): Promise<SourceListing>;
  /** Changes with the content of a file; undefined where it can no longer be read. */
  digest(path: string): Promise<string | undefined>;
  load(path: string): AsyncIterable<LoadedDocument>;
  /** What to say where none of its files gave a document. */
  nothing(problems: readonly DocumentProblem[]): FootnoteError;
}
