import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FootnoteError } from '../../errors.js';
import { describeModel } from '../model-description.js';
import { ONNX_FILE, type Precision } from '../precision.js';
import { DESCRIBING_FILES, type ModelSource } from '../source/model-source.js';
import { cardFrontMatter } from './card-front-matter.js';
import { convertWeights } from './convert-weights.js';
import {
  type ModelManifest,
  readCheckedManifest,
  sha256OfFile,
  writeManifest,
} from './model-manifest.js';
import { placeFolder } from './staged-folder.js';
import { bertTokenizerConfig, plainTokenizer } from './tokenizer-files.js';

/** Raised whenever our conversion would write other weights or other files. */
export const MODEL_FORMAT_VERSION = 2;

export interface PreparedModel extends ModelManifest {
  /** Absolute path, laid out as transformers.js wants it. */
  readonly folder: string;
}

/**
 * The folder of a model, ready to run: found and checked, or fetched, converted and put in place.
 * @param id What a person calls the model, for errors.
 * @throws FootnoteError `model_unavailable` or `model_invalid`.
 */
export async function prepareModel(
  id: string,
  source: ModelSource,
  precision: Precision,
  modelsDir: string,
): Promise<PreparedModel> {
  const name = `${source.key}-${precision}-v${MODEL_FORMAT_VERSION}`;
  const folder = join(modelsDir, name);
  const found = await readCheckedManifest(folder);
  if (found !== undefined) return { ...found, folder };

  await placeFolder(
    modelsDir,
    name,
    (staging) => fill(staging, id, source, precision),
    async (placed) => (await readCheckedManifest(placed)) !== undefined,
  );
  const manifest = await readCheckedManifest(folder);
  if (manifest !== undefined) return { ...manifest, folder };
  throw new FootnoteError(
    'model_invalid',
    `${folder} was just written and differs from what was written. Check the disk, or set MODELS_DIR to another one.`,
  );
}

async function fill(
  staging: string,
  id: string,
  source: ModelSource,
  precision: Precision,
): Promise<void> {
  const copy = async (file: string): Promise<boolean> => {
    await mkdir(dirname(join(staging, file)), { recursive: true });
    return source.copy(file, join(staging, file));
  };
  const copyJson = async (file: string): Promise<unknown> =>
    (await copy(file)) ? readJson(join(staging, file), id) : undefined;

  const config = await required(copyJson('config.json'), 'config.json', id);
  const tokenizer = plainTokenizer(
    await required(copyJson('tokenizer.json'), 'tokenizer.json', id),
    id,
  );
  const files: Record<string, unknown> = { 'config.json': config };
  for (const file of DESCRIBING_FILES) files[file] = await copyJson(file);
  if (await copy('README.md'))
    files['README.md'] = cardFrontMatter(await readFile(join(staging, 'README.md'), 'utf8'));
  const description = describeModel(files, id);
  await writeFile(join(staging, 'tokenizer.json'), JSON.stringify(tokenizer));
  if (files['tokenizer_config.json'] === undefined)
    await writeFile(
      join(staging, 'tokenizer_config.json'),
      JSON.stringify(bertTokenizerConfig(tokenizer)),
    );

  const weightsHash = await fillWeights(staging, id, config, precision, source, copy);
  await writeManifest(staging, { weightsHash, description }, [
    'config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    ONNX_FILE[precision],
  ]);
}

/** Takes the model's own ONNX file, or converts its safetensors. Returns the hash of what was taken. */
async function fillWeights(
  staging: string,
  id: string,
  config: unknown,
  precision: Precision,
  { additions }: ModelSource,
  copy: (file: string) => Promise<boolean>,
): Promise<string> {
  const onnxFile = join(staging, ONNX_FILE[precision]);
  if (await copy(ONNX_FILE[precision])) return sha256OfFile(onnxFile);
  const weightsFile = join(staging, 'model.safetensors');
  if (!(await copy('model.safetensors')))
    throw new FootnoteError(
      'model_unavailable',
      `The model ${id} has neither ${ONNX_FILE[precision]} nor model.safetensors. Try the other EMBEDDING_PRECISION, or another model.`,
    );
  const hash = await sha256OfFile(weightsFile);
  await convertWeights(weightsFile, additions?.path ?? null, config, precision, onnxFile);
  await rm(weightsFile);
  return additions === undefined ? hash : `${hash}+${additions.sha256}`;
}

async function required(value: Promise<unknown>, file: string, id: string): Promise<unknown> {
  const found = await value;
  if (found !== undefined) return found;
  throw new FootnoteError(
    'model_unavailable',
    `The model ${id} has no ${file}: there is no such model, or it is not one for embedding. Check EMBEDDING_MODEL.`,
  );
}

async function readJson(path: string, id: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FootnoteError('model_invalid', `A file of the model ${id} is not JSON: ${path}.`, {
      cause,
    });
  }
}
