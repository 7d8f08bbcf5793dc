import { join } from 'node:path';
import type { SearchIndex } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import { readPointer } from './index-pointer.js';
import { indexLayout, REBUILD } from './layout.js';
import { type ExpectedIndex, openBuild } from './open-build.js';

export interface OpenIndexOptions extends ExpectedIndex {
  /** Told what a person should know although the index opened, for instance that the build before stands in for a damaged one. */
  readonly onWarning?: (message: string) => void;
}

/**
 * Opens the index that serves, every byte of it checked first. Where it is damaged and the build
 * before it is whole and as expected, that one opens instead, with a warning.
 * @throws FootnoteError `index_missing` where none was built, `index_stale` where it is not what is
 * expected, `index_corrupt` where it is damaged.
 */
export async function openIndex(
  indexDir: string,
  { onWarning, ...expected }: OpenIndexOptions = {},
): Promise<SearchIndex> {
  const pointer = await readPointer(indexDir);
  if (pointer === undefined)
    throw new FootnoteError('index_missing', `There is no index in ${indexDir}. ${REBUILD}`, {
      details: { indexDir },
    });
  const { buildsDir } = indexLayout(indexDir);
  const { current, previous } = pointer;
  try {
    return (await openBuild(join(buildsDir, current), current, expected)).index;
  } catch (error) {
    const damaged = error instanceof FootnoteError && error.code === 'index_corrupt';
    if (!damaged || previous === null) throw error;
    const standIn = await openBuild(join(buildsDir, previous), previous, expected).catch(
      () => undefined,
    );
    if (standIn === undefined) throw error;
    onWarning?.(`The index built before stands in. ${error.message}`);
    return standIn.index;
  }
}
