import type { Connection } from './database.js';
import type { DocumentSource, SourceFile, SourceListing } from './document-source.js';

/** A file to be read, with the digest of its content where it had to be looked at already. */
export interface ChangedFile extends SourceFile {
  readonly digest?: string;
}

/** What differs between a source and an index of it. */
export interface Changes {
  /** New and changed files, in code unit order of their paths. */
  readonly changed: readonly ChangedFile[];
  /** Files whose documents have to go, the changed ones that were there included. */
  readonly removed: readonly string[];
  /** Places of the source that could not be looked into. */
  readonly problems: SourceListing['problems'];
}

interface FileRow {
  readonly bytes: number;
  readonly modified_ms: number | null;
  readonly digest: string;
}

/**
 * Compares a source with the index of it, by size and time of each file, and by content only where
 * these say too little. Without an index, everything is new.
 */
export async function findChanges(
  database: Connection | undefined,
  source: DocumentSource,
): Promise<Changes> {
  const { files, problems } = await source.list();
  if (database === undefined) return { changed: files, removed: [], problems };
  const known = database.prepare<[string], FileRow>(
    'SELECT bytes, modified_ms, digest FROM files WHERE path = ?',
  );
  const listed = new Map(files.map((file) => [file.path, file]));
  const changed = new Map<string, ChangedFile>();
  const removed = new Set<string>();
  for (const file of files) {
    const row = known.get(file.path);
    if (row !== undefined && isSameAtAGlance(file, row)) continue;
    const digest = await source.digest(file.path);
    if (row?.digest === digest) continue;
    changed.set(file.path, digest === undefined ? file : { ...file, digest });
    if (row !== undefined) removed.add(file.path);
  }
  for (const path of database.prepare<[], string>('SELECT path FROM files').pluck().iterate())
    if (!listed.has(path)) removed.add(path);
  // What was left out beside another may come in once the other is gone or different.
  const doubles = database
    .prepare<[string], string>('SELECT DISTINCT file FROM problems WHERE double_of = ?')
    .pluck();
  for (const path of removed)
    for (const double of doubles.all(path)) {
      const file = listed.get(double);
      if (file === undefined || changed.has(double)) continue;
      changed.set(double, file);
      removed.add(double);
    }
  const inOrder = [...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { changed: inOrder, removed: [...removed], problems };
}

function isSameAtAGlance(file: SourceFile, row: FileRow): boolean {
  return (
    file.modifiedMs !== null && file.modifiedMs === row.modified_ms && file.bytes === row.bytes
  );
}
