import { join } from 'node:path';

/** Version of everything an index holds and how; an index of another version is rebuilt. */
export const INDEX_FORMAT = 3;

/** The files of one build. */
export const BUILD_FILES = {
  manifest: 'manifest.json',
  passages: 'passages.sqlite',
  vectors: 'vectors.hnsw',
} as const;

/** What every message about an unusable index ends with. */
export const REBUILD = 'Run `npm run index` to build it.';

/** Where things lie below the index folder. */
export interface IndexLayout {
  /** Finished builds, a folder each, named by the SHA-256 of its manifest. */
  readonly buildsDir: string;
  /** Names the build that serves, and below it the one before. */
  readonly pointerFile: string;
  /** Locked by the process that builds. */
  readonly lockFile: string;
  /** Says who holds the lock. */
  readonly ownerFile: string;
  /** Vectors that an unfinished build has made. */
  readonly journalFile: string;
}

export function indexLayout(indexDir: string): IndexLayout {
  return {
    buildsDir: join(indexDir, 'builds'),
    pointerFile: join(indexDir, 'current'),
    lockFile: join(indexDir, 'build.lock'),
    ownerFile: join(indexDir, 'build.owner'),
    journalFile: join(indexDir, 'embedded.sqlite'),
  };
}

/** Begins the name of every folder and file that a build makes before it is published. */
export const STAGING_PREFIX = 'staging-';
