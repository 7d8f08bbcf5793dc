import { FootnoteError } from '../errors.js';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'Free disk space',
  EDQUOT: 'Free disk space',
  EFBIG: 'Free disk space',
  SQLITE_FULL: 'Free disk space',
  EACCES: 'Give this user the right to write there',
  EPERM: 'Give this user the right to write there',
  EROFS: 'Choose a folder that can be written to (INDEX_DIR)',
  SQLITE_READONLY: 'Give this user the right to write there',
  SQLITE_CANTOPEN: 'Give this user the right to write there',
  ENOTDIR: 'Remove the file that stands where a folder is needed',
  EEXIST: 'Remove the file that stands where a folder is needed',
};

/** Turns what the file system or SQLite says against writing an index into `index_write_failed`; gives any other error back as it is. */
export function asWriteFailure(error: unknown, indexDir: string): unknown {
  if (error instanceof FootnoteError || !(error instanceof Error)) return error;
  const { code, path = indexDir } = error as NodeJS.ErrnoException;
  const isOurs = code !== undefined && (code.startsWith('SQLITE_') || 'syscall' in error);
  if (!isOurs) return error;
  const family = Object.keys(REMEDIES).find((known) => code.startsWith(known));
  const remedy = family === undefined ? 'Check the disk' : REMEDIES[family];
  return new FootnoteError(
    'index_write_failed',
    `The index could not be written at ${path} (${code}). ${remedy} and run \`npm run index\` again; the index that was there is untouched.`,
    { cause: error, details: { path, reason: code } },
  );
}
