/** Where the files of a model come from, under the names Hugging Face repositories give them. */
export interface ModelSource {
  /** Names the model and, where it can change, its content; safe as a folder name. */
  readonly key: string;
  /** A safetensors file whose tensors change or join those of `model.safetensors`. */
  readonly additions?: { readonly path: string; readonly sha256: string };
  /**
   * Writes one file of the model to `target`, whose folder exists.
   * @returns false where the model has no such file.
   * @throws FootnoteError `model_unavailable` where it cannot be fetched, `model_invalid` where it is not the expected one.
   */
  copy(file: string, target: string): Promise<boolean>;
}

/** A name as part of a folder name. */
export function folderNameOf(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/^[_.]+/, '');
}

/** Files that say how a model wants text; a model may lack any of them. */
export const DESCRIBING_FILES = [
  'tokenizer_config.json',
  'modules.json',
  '1_Pooling/config.json',
  'config_sentence_transformers.json',
  'sentence_bert_config.json',
] as const;

/** Every file of a model that Footnote reads. */
export const MODEL_FILES = [
  'config.json',
  'tokenizer.json',
  'README.md',
  ...DESCRIBING_FILES,
  'onnx/model_quantized.onnx',
  'onnx/model.onnx',
  'model.safetensors',
] as const;
