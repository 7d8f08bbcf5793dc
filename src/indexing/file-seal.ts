import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** Beside the files of a build: what they looked like to the file system when all of their bytes were known to be right. */
const SEAL_FILE = 'checked.json';

/** Longer than a tick of the clock that file systems take their times from: a later change shows in the time of the file. */
const TICK_MS = 20;
const SECOND_NS = 1_000_000_000n;

const SealSchema = z.record(
  z.string(),
  z.strictObject({
    bytes: z.string(),
    modified: z.string(),
    changed: z.string(),
    inode: z.string(),
  }),
);

/** Which files need not be read again to know that they are whole. */
export type Seal = z.infer<typeof SealSchema>;

/**
 * Notes that files of a folder are whole, just after they were written, flushed and read. A file of a file system that counts
 * whole seconds only is left out: a change within one would not show.
 */
export async function writeSeal(dir: string, names: readonly string[]): Promise<void> {
  await pause(TICK_MS);
  const seal: Seal = {};
  for (const name of names) {
    const looks = await looksOf(join(dir, name));
    if (looks !== undefined) seal[name] = looks;
  }
  await writeFile(join(dir, SEAL_FILE), `${JSON.stringify(seal, null, 2)}\n`);
}

/** What was noted of a folder; nothing where that cannot be read. */
export async function readSeal(dir: string): Promise<Seal> {
  const text = await readFile(join(dir, SEAL_FILE), 'utf8').catch(() => '{}');
  try {
    return SealSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Whether a file is the one that was noted and nobody wrote to it since: no write leaves the time of its last change as it was. */
export async function isSealed(dir: string, name: string, seal: Seal): Promise<boolean> {
  const noted = seal[name];
  if (noted === undefined) return false;
  const looks = await looksOf(join(dir, name));
  return looks !== undefined && JSON.stringify(looks) === JSON.stringify(noted);
}

async function looksOf(path: string): Promise<Seal[string] | undefined> {
  const entry = await stat(path, { bigint: true }).catch(() => undefined);
  if (entry === undefined || entry.ctimeNs % SECOND_NS === 0n) return undefined;
  const { size, mtimeNs, ctimeNs, ino } = entry;
  return {
    bytes: String(size),
    modified: String(mtimeNs),
    changed: String(ctimeNs),
    inode: String(ino),
  };
}
