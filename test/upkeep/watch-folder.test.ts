import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type WatchManner, watchFolder } from '../../src/upkeep/watch-folder.js';
import { useTemporaryFolders } from '../indexing/temporary-folders.js';

const freshFolder = useTemporaryFolders();

describe.each<WatchManner>(['events', 'poll'])('a folder watched by %s', (manner) => {
  it('tells of files that come, change and go, below it too', async () => {
    const folder = await freshFolder();
    const waiting: (() => void)[] = [];
    const watching = await watchFolder(folder, {
      manner,
      onChange: () => waiting.shift()?.(),
      onFailure: (error) => expect(error).toBeUndefined(),
    });
    const told = () => new Promise<void>((resolve) => waiting.push(resolve));
    const changes = [
      () => writeFile(join(folder, 'one.md'), 'one'),
      () => writeFile(join(folder, 'one.md'), 'another one'),
      () => mkdir(join(folder, 'deep')),
      () => writeFile(join(folder, 'deep', 'two.md'), 'two'),
      () => rm(join(folder, 'one.md')),
    ];
    for (const change of changes) {
      const after = told();
      await change();
      await after;
    }
    await watching.close();
  });
});
