import { join } from 'node:path';
import type { SearchIndex } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import type { BaseBuild } from './base-build.js';
import { readPointer } from './index-pointer.js';
import { indexLayout, REBUILD } from './layout.js';
import { type CheckOptions, type ExpectedIndex, openBuild } from './open-build.js';

export interface OpenIndexOptions extends ExpectedIndex, CheckOptions {
  /** Told what a person should know although the index opened, for instance that the build before stands in for a damaged one. */
  readonly onWarning?: (message: string) => void;
}

/** An opened index, and the build it is. */
export interface ServingIndex {
  readonly index: SearchIndex;
  readonly build: BaseBuild;
}

/**
 * Opens the index that serves, once it is known to be whole. Where it is damaged and the build
 * before it is whole and as expected, that one opens instead, with a warning.
 * @throws FootnoteError `index_missing` where none was built, `index_stale` where it is not what is
 * expected, `index_corrupt` where it is damaged.
 */
export async function openServingIndex(
  indexDir: string,
  { onWarning, ...expected }: OpenIndexOptions = {},
): Promise<ServingIndex> {
  const pointer = await readPointer(indexDir);
  if (pointer === undefined)
    throw new FootnoteError('index_missing', `There is no index in ${indexDir}. ${REBUILD}`, {
      details: { indexDir },
    });
  const { current, previous } = pointer;
  try {
    return await open(indexDir, current, expected);
  } catch (error) {
    // Two builds of another process may have ended since the pointer was read, and the first be gone.
    const now = await readPointer(indexDir).catch(() => undefined);
    if (now !== undefined && now.current !== current)
      return openServingIndex(indexDir, {
        ...expected,
        ...(onWarning === undefined ? {} : { onWarning }),
      });
    const damaged = error instanceof FootnoteError && error.code === 'index_corrupt';
    if (!damaged || previous === null) throw error;
    const standIn = await open(indexDir, previous, expected).catch(() => undefined);
    if (standIn === undefined) throw error;
    onWarning?.(`The index built before stands in. ${error.message}`);
    return standIn;
  }
}

/** As `openServingIndex`, for those who need no more than the index. */
export async function openIndex(
  indexDir: string,
  options: OpenIndexOptions = {},
): Promise<SearchIndex> {
  return (await openServingIndex(indexDir, options)).index;
}

async function open(
  indexDir: string,
  id: string,
  expected: ExpectedIndex & CheckOptions,
): Promise<ServingIndex> {
  const dir = join(indexLayout(indexDir).buildsDir, id);
  const { index, manifest } = await openBuild(dir, id, expected);
  return { index, build: { id, dir, manifest } };
}
