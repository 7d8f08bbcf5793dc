import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushToDisk } from './file-digest.js';
import { type IndexPointer, readPointer, writePointer } from './index-pointer.js';
import { indexLayout, STAGING_PREFIX } from './layout.js';

/** Moves a finished build into place and switches to it. Until the last step the old one serves. */
export async function publishBuild(
  indexDir: string,
  stagingDir: string,
  pointer: IndexPointer,
): Promise<void> {
  const { buildsDir } = indexLayout(indexDir);
  const buildDir = join(buildsDir, pointer.current);
  await mkdir(buildsDir, { recursive: true });
  await rename(stagingDir, buildDir);
  try {
    await flushToDisk(buildsDir);
    await writePointer(indexDir, pointer, `${stagingDir}.pointer`);
  } catch (error) {
    const named = await readPointer(indexDir).catch(() => undefined);
    if (named?.current !== pointer.current) await remove(buildDir);
    throw error;
  }
}

/** Removes what interrupted builds left. Only the holder of the build lock may: whatever is staged is then nobody's. */
export async function removeStaged(indexDir: string): Promise<void> {
  for (const name of await entries(indexDir))
    if (name.startsWith(STAGING_PREFIX)) await remove(join(indexDir, name));
}

/** Removes every build that the pointer does not name. The one before stays, as a running server may have it open. */
export async function removeOutdated(indexDir: string, pointer: IndexPointer): Promise<void> {
  const { buildsDir } = indexLayout(indexDir);
  for (const name of await entries(buildsDir))
    if (name !== pointer.current && name !== pointer.previous) await remove(join(buildsDir, name));
}

async function entries(dir: string): Promise<string[]> {
  return readdir(dir).catch(() => []);
}

/** What cannot be removed harms nobody and is tried again by the next build. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
