import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { FootnoteError } from '../errors.js';

/**
 * Writes a file below a folder in one step: whoever reads it sees the old content or the new.
 * @param path With `/` between its parts
 * @throws FootnoteError `invalid_request` where a link leads it out of the folder
 */
export async function writeBelow(folder: string, path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await checkInside(folder, dirname(file));
  // Hidden, so that neither the index nor a watch takes it for a document.
  const staged = join(dirname(file), `.footnote-${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(staged, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(staged, file);
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  }
}

/** Removes a file below a folder. @throws FootnoteError `invalid_request` where a link leads it out of the folder */
export async function removeBelow(folder: string, path: string): Promise<void> {
  const file = join(folder, path);
  await checkInside(folder, dirname(file));
  await rm(file, { force: true });
}

async function checkInside(folder: string, dir: string): Promise<void> {
  const [root, real] = await Promise.all([realpath(folder), realpath(dir)]);
  if (real === root || real.startsWith(root + sep)) return;
  throw new FootnoteError(
    'invalid_request',
    'This id leads out of the corpus folder, through a link. Choose another one.',
  );
}
