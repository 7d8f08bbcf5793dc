import { join } from 'node:path';
import { FootnoteError } from '../errors.js';
import type { IndexPolicy } from './fingerprint.js';
import { readPointer } from './index-pointer.js';
import { indexLayout } from './layout.js';
import type { Manifest } from './manifest.js';
import { checkBuild } from './open-build.js';

/** A finished build that is whole. */
export interface BaseBuild {
  readonly id: string;
  readonly dir: string;
  readonly manifest: Manifest;
}

/** The build that serves, once it is known to be whole, or the one before where that is damaged; undefined without any. */
export async function findBaseBuild(indexDir: string): Promise<BaseBuild | undefined> {
  const pointer = await notUsable(readPointer(indexDir));
  for (const id of [pointer?.current, pointer?.previous]) {
    if (typeof id !== 'string') continue;
    const dir = join(indexLayout(indexDir).buildsDir, id);
    const manifest = await notUsable(checkBuild(dir, id));
    if (manifest !== undefined) return { id, dir, manifest };
  }
  return undefined;
}

/** Whether documents become passages, terms and vectors in the same way. */
export function isOfPolicy({ manifest }: BaseBuild, policy: IndexPolicy): boolean {
  const names = Object.keys(policy) as (keyof IndexPolicy)[];
  return names.every((name) => manifest.policy[name] === policy[name]);
}

/** Undefined where an index is refused: a build replaces it. */
async function notUsable<Value>(checked: Promise<Value>): Promise<Value | undefined> {
  return checked.catch((error: unknown) => {
    if (error instanceof FootnoteError) return undefined;
    throw error;
  });
}
