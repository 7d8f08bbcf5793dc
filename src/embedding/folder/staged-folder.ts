import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const STAGING = '.staging-';
/** A staging folder this old was left by a process that was killed. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Builds a folder beside its place and renames it there when it is whole and on disk, so that
 * whoever looks sees the old one, none, or all of the new one. When two processes do it at once,
 * one of the two whole folders stays.
 * @param isWhole Tells whether the folder that is in place already can stay.
 */
export async function placeFolder(
  parent: string,
  name: string,
  fill: (folder: string) => Promise<void>,
  isWhole: (folder: string) => Promise<boolean>,
): Promise<void> {
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const staging = join(parent, STAGING + randomUUID());
  await mkdir(staging);
  try {
    await fill(staging);
    await syncTree(staging);
    await moveIntoPlace(staging, join(parent, name), isWhole);
    await sync(parent);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function moveIntoPlace(
  staging: string,
  target: string,
  isWhole: (folder: string) => Promise<boolean>,
): Promise<void> {
  try {
    await rename(staging, target);
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
    if (await isWhole(target)) return;
    const aside = `${staging}-damaged`;
    await rename(target, aside);
    await rename(staging, target);
    await rm(aside, { recursive: true, force: true });
  }
}

function isTaken(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM' || code === 'ENOTDIR';
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(STAGING)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await sync(path);
  }
  await sync(folder);
}

/** Waits until a file, or a folder's list of names, is on disk. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
