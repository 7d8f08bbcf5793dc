import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MODEL_FORMAT_VERSION, prepareModel } from '../../../src/embedding/folder/prepare-model.js';
import { folderSource } from '../../../src/embedding/source/folder-source.js';
import { useTemporaryFolders } from '../temporary-folders.js';
import { writeTinyModel } from '../tiny-bert.js';

const newFolder = useTemporaryFolders();
let repository: string;

beforeAll(async () => {
  repository = await newFolder();
  await writeTinyModel(repository);
});

const prepare = async (modelsDir: string) =>
  prepareModel('tiny', await folderSource(repository), 'int8', modelsDir);

describe('a prepared model', () => {
  it('lies where the library looks, with its format, precision and content in the name', async () => {
    const modelsDir = await newFolder();
    const { folder } = await prepare(modelsDir);
    expect(await readdir(modelsDir)).toEqual([folder.slice(modelsDir.length + 1)]);
    expect(folder).toMatch(new RegExp(`-[0-9a-f]{12}-int8-v${MODEL_FORMAT_VERSION}$`));
    const files = await readdir(folder, { recursive: true });
    expect(files).toEqual(
      expect.arrayContaining(['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx']),
    );
    expect(files).not.toContain('model.safetensors');
    const tokenizer = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8'));
    expect(tokenizer).toMatchObject({ padding: null, truncation: null });
    expect(JSON.parse(await readFile(join(folder, 'tokenizer_config.json'), 'utf8'))).toMatchObject(
      {
        pad_token: '[PAD]',
        sep_token: '[SEP]',
      },
    );
  });

  it.each([
    ['cut short', (file: string) => truncate(file, 1000)],
    ['gone', (file: string) => rm(file)],
    [
      'flipped in one bit',
      async (file: string) => {
        const bytes = await readFile(file);
        bytes[5000] = (bytes[5000] as number) ^ 1;
        await writeFile(file, bytes);
      },
    ],
  ])('is made again where a file of it is %s', async (_what, damage) => {
    const modelsDir = await newFolder();
    const { folder } = await prepare(modelsDir);
    const onnx = join(folder, 'onnx/model_quantized.onnx');
    const whole = await readFile(onnx);
    await damage(onnx);
    await prepare(modelsDir);
    expect((await readFile(onnx)).equals(whole)).toBe(true);
    expect((await readdir(modelsDir)).length).toBe(1);
  });

  it('is made again where its manifest is damaged', async () => {
    const modelsDir = await newFolder();
    const first = await prepare(modelsDir);
    await writeFile(join(first.folder, 'footnote-model.json'), '{}');
    expect(await prepare(modelsDir)).toEqual(first);
  });

  it('is one whole folder where several make it at once', async () => {
    const modelsDir = await newFolder();
    const all = await Promise.all([1, 2, 3, 4].map(() => prepare(modelsDir)));
    for (const one of all) expect(one).toEqual(all[0]);
    expect((await readdir(modelsDir)).length).toBe(1);
  });

  it('clears away what a killed process left long ago, and leaves what is fresh', async () => {
    const modelsDir = await newFolder();
    const old = join(modelsDir, '.staging-old');
    await mkdir(old);
    await mkdir(join(modelsDir, '.staging-fresh'));
    await utimes(old, 0, 0);
    await prepare(modelsDir);
    const left = await readdir(modelsDir);
    expect(left).toContain('.staging-fresh');
    expect(left).not.toContain('.staging-old');
  });
});
