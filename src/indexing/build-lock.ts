import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { FootnoteError } from '../errors.js';
import { indexLayout } from './layout.js';

/**
 * Makes this process the only one that builds in an index folder; gives the function that ends that.
 * The lock is one of the operating system on an empty file, taken through SQLite, so it ends with
 * the process that holds it, however that ends: there is no stale lock to judge and take over.
 * @throws FootnoteError `index_locked` where another build runs, naming its process.
 */
export async function lockBuild(indexDir: string): Promise<() => void> {
  const { lockFile, ownerFile } = indexLayout(indexDir);
  const lock = new Database(lockFile, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause;
    const owner = await readFile(ownerFile, 'utf8').catch(() => 'another process');
    throw new FootnoteError(
      'index_locked',
      `One build at a time may write to ${indexDir}, and one is running: ${owner.trim()}. Wait for it, or stop that process.`,
      { cause, details: { indexDir } },
    );
  }
  try {
    const started = new Date().toISOString();
    await writeFile(ownerFile, `process ${process.pid} on ${hostname()} since ${started}\n`);
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}
