import { readFile, rename, writeFile } from 'node:fs/promises';
import { FootnoteError } from '../errors.js';
import { flushToDisk } from './file-digest.js';
import { indexLayout, REBUILD } from './layout.js';

const BUILD_ID = /^[0-9a-f]{64}$/;

/** Which builds may serve. */
export interface IndexPointer {
  readonly current: string;
  /** The build that served before; it stands in when the current one is damaged. */
  readonly previous: string | null;
}

/**
 * Reads which build serves; undefined where no index has been built.
 * @throws FootnoteError `index_corrupt` where the pointer cannot be read or names no build.
 */
export async function readPointer(indexDir: string): Promise<IndexPointer | undefined> {
  const { pointerFile } = indexLayout(indexDir);
  let text: string;
  try {
    text = await readFile(pointerFile, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(pointerFile, `it cannot be read (${code})`, cause);
  }
  const [current, previous, ...rest] = text.split('\n').filter((line) => line !== '');
  const named = [current, previous ?? current].every((id) => BUILD_ID.test(id ?? ''));
  if (current === undefined || !named || rest.length > 0)
    throw unreadable(pointerFile, 'it does not name a build');
  return { current, previous: previous ?? null };
}

/** Switches to another build in one step: a reader sees the old pointer or the new one. */
export async function writePointer(
  indexDir: string,
  pointer: IndexPointer,
  stagingFile: string,
): Promise<void> {
  const lines = [pointer.current, pointer.previous].filter((id) => id !== null);
  await writeFile(stagingFile, `${lines.join('\n')}\n`, { flag: 'wx' });
  await flushToDisk(stagingFile);
  await rename(stagingFile, indexLayout(indexDir).pointerFile);
  await flushToDisk(indexDir);
}

function unreadable(file: string, what: string, cause?: unknown): FootnoteError {
  return new FootnoteError('index_corrupt', `${file} should name the index: ${what}. ${REBUILD}`, {
    cause,
    details: { file },
  });
}
