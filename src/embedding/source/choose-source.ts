import { FootnoteError } from '../../errors.js';
import { folderSource } from './folder-source.js';
import { type HuggingFaceOptions, huggingFaceSource } from './hugging-face-source.js';
import type { ModelSource } from './model-source.js';
import { npmPackageSource, SHIPPED_MODEL } from './npm-package-source.js';

/**
 * Tells from its id where a model comes from.
 * @throws FootnoteError `model_unavailable` where it is no kind of id there is.
 */
export async function chooseSource(options: HuggingFaceOptions): Promise<ModelSource> {
  const { id } = options;
  if (id === SHIPPED_MODEL) return npmPackageSource();
  if (/^[.~/]/.test(id)) return folderSource(id);
  if (/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(id)) return huggingFaceSource(options);
  throw new FootnoteError(
    'model_unavailable',
    `EMBEDDING_MODEL is "${id}", wanted ${SHIPPED_MODEL}, a Hugging Face id such as intfloat/e5-small-v2, or a folder such as ./models/mine.`,
  );
}
