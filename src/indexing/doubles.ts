import type { SourceDocument } from '../domain/document.js';
import type { DocumentProblem } from '../ingest/invalid-document.js';
import { leftOut } from '../ingest/known-documents.js';
import type { Connection } from './database.js';
import type { ChangedFile } from './find-changes.js';

/** What to do about a document whose text or id stands in the index already. */
export type DoubleVerdict =
  /** Another file's document stays, for its path comes first. */
  | { readonly problem: DocumentProblem; readonly doubleOf: string }
  /** These files come after this one: they have to be taken out and read again. */
  | { readonly evicted: readonly ChangedFile[] };

interface Holder {
  readonly file: string;
  readonly path: string;
}

/** Judges documents against those in a database: of two with the same text or id the one whose file comes first stays. */
export function createDoubleCheck(
  database: Connection,
): (document: SourceDocument, file: string) => DoubleVerdict {
  const byHash = database.prepare<[string], Holder>(
    'SELECT file, path FROM documents WHERE hash = ? LIMIT 1',
  );
  const byId = database.prepare<[string], Holder>('SELECT file, path FROM documents WHERE id = ?');
  const fileOf = database.prepare<[string], Omit<ChangedFile, 'digest'> & { digest: string }>(
    'SELECT path, bytes, modified_ms AS modifiedMs, digest FROM files WHERE path = ?',
  );
  return (document, file) => {
    const sameText = byHash.get(document.hash);
    const sameId = byId.get(document.id);
    const holders = [sameText, sameId].filter((holder) => holder !== undefined);
    const later = holders.filter((holder) => holder.file > file);
    const earlier = holders.find((holder) => holder.file <= file);
    const problem = leftOut(document, sameText?.path, sameId?.path);
    if (earlier !== undefined && problem !== undefined) return { problem, doubleOf: earlier.file };
    const files = new Set(later.map((holder) => holder.file));
    return {
      evicted: [...files].map((path) => fileOf.get(path)).filter((row) => row !== undefined),
    };
  };
}
