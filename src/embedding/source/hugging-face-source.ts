import { FootnoteError } from '../../errors.js';
import { type DownloadListener, downloadFile } from './download-file.js';
import { folderNameOf, type ModelSource } from './model-source.js';

export interface HuggingFaceOptions {
  /** `organisation/name`. */
  readonly id: string;
  /** Base address without a final slash, `https://huggingface.co` or a mirror. */
  readonly endpoint: string;
  /** Whether the network must not be touched. */
  readonly offline: boolean;
  readonly onDownload?: DownloadListener | undefined;
}

/** A model of a Hugging Face repository, its main branch. */
export function huggingFaceSource(options: HuggingFaceOptions): ModelSource {
  const { id, endpoint, offline, onDownload } = options;
  return {
    key: folderNameOf(id),
    async copy(file, target) {
      if (offline)
        throw new FootnoteError(
          'model_unavailable',
          `The model ${id} is not in MODELS_DIR yet and OFFLINE is set. Start once without OFFLINE, or name a folder in EMBEDDING_MODEL.`,
        );
      const url = `${endpoint}/${id}/resolve/main/${file}`;
      try {
        return await downloadFile(url, target, (loadedBytes, totalBytes) =>
          onDownload?.({ file, loadedBytes, totalBytes }),
        );
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new FootnoteError(
          'model_unavailable',
          `The model ${id} cannot be fetched: ${url}: ${why}. Check the id in EMBEDDING_MODEL and the address in HF_ENDPOINT, or name a folder on this machine.`,
          { cause, details: { url } },
        );
      }
    },
  };
}
