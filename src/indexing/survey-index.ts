import { join } from 'node:path';
import { FootnoteError } from '../errors.js';
import type { DocumentProblem } from '../ingest/invalid-document.js';
import type { BaseBuild } from './base-build.js';
import { openDatabase } from './database.js';
import type { DocumentSource } from './document-source.js';
import { findChanges } from './find-changes.js';
import { BUILD_FILES } from './layout.js';
import type { CheckOptions } from './open-build.js';
import { openServingIndex, type ServingIndex } from './open-index.js';
import { storedProblems } from './stored-problems.js';

/** The index that is there, and whether it holds what its source holds. */
export interface Survey extends ServingIndex {
  readonly warnings: readonly string[];
  /** Whether no file of the source is new, changed or gone. */
  readonly holdsSource: boolean;
  /** Files that are left out of the index, and why. */
  readonly problems: readonly DocumentProblem[];
}

/** Whether a build holds what its source holds now. */
export async function holdsSource(
  { dir }: Pick<BaseBuild, 'dir'>,
  source: DocumentSource,
): Promise<boolean> {
  const database = openDatabase(join(dir, BUILD_FILES.passages));
  try {
    const { changed, removed } = await findChanges(database, source);
    return changed.length === 0 && removed.length === 0;
  } finally {
    database.close();
  }
}

/**
 * Opens the index that is there and compares it with its source, without reading a document. Undefined
 * where there is no index that can be used.
 * @throws FootnoteError `corpus_invalid` where there is no source
 */
export async function surveyIndex(
  indexDir: string,
  source: DocumentSource,
  options: CheckOptions = {},
): Promise<Survey | undefined> {
  const warnings: string[] = [];
  const serving = await openServingIndex(indexDir, {
    ...options,
    onWarning: (message) => warnings.push(message),
  }).catch((error: unknown) => {
    if (error instanceof FootnoteError) return undefined;
    throw error;
  });
  if (serving === undefined) return undefined;
  try {
    const database = openDatabase(join(serving.build.dir, BUILD_FILES.passages));
    try {
      const { changed, removed, problems } = await findChanges(database, source);
      return {
        ...serving,
        warnings,
        holdsSource: changed.length === 0 && removed.length === 0,
        problems: [...problems, ...storedProblems(database)],
      };
    } finally {
      database.close();
    }
  } catch (error) {
    await serving.index.close();
    throw error;
  }
}
