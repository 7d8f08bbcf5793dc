import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { FootnoteError } from '../../errors.js';
import { sha256OfFile } from '../folder/model-manifest.js';
import { folderNameOf, MODEL_FILES, type ModelSource } from './model-source.js';

/**
 * A model in a folder on this machine. It is copied, so that it cannot change while it is in use.
 * @throws FootnoteError `model_unavailable` where there is no such folder.
 */
export async function folderSource(id: string): Promise<ModelSource> {
  const folder = id.startsWith('~') ? join(homedir(), id.slice(1)) : resolve(id);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new FootnoteError(
      'model_unavailable',
      `There is no folder ${folder}, which EMBEDDING_MODEL names as "${id}".`,
    );
  return {
    key: `${folderNameOf(basename(folder)) || 'model'}-${await contentHash(folder)}`,
    async copy(file, target) {
      try {
        await copyFile(join(folder, file), target, constants.COPYFILE_FICLONE);
        return true;
      } catch (cause) {
        if (isMissing(cause)) return false;
        throw new FootnoteError('model_unavailable', `${join(folder, file)} cannot be read.`, {
          cause,
        });
      }
    },
  };
}

async function contentHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of MODEL_FILES) {
    const content = await sha256OfFile(join(folder, file)).catch(() => 'absent');
    hash.update(`${file}:${content}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

function isMissing(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
