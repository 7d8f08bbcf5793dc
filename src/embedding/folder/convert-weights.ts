import { open, readFile } from 'node:fs/promises';
import { parseBertConfig } from '../bert/bert-config.js';
import { writeBertModel } from '../bert/bert-model.js';
import { floatLayers } from '../bert/float-layers.js';
import { int8Layers } from '../bert/int8-layers.js';
import type { Precision } from '../precision.js';
import { overlaidWeights, readSafetensors } from '../weights/safetensors.js';

/**
 * Turns BERT weights into an ONNX file.
 * @param additions A file whose tensors take the place of those of the same name, or join them; null for none.
 * @param config The parsed config.json of the model.
 * @throws FootnoteError `model_invalid` where they are not a BERT encoder's.
 */
export async function convertWeights(
  weightsFile: string,
  additions: string | null,
  config: unknown,
  precision: Precision,
  target: string,
): Promise<void> {
  const bert = parseBertConfig(config, weightsFile);
  const base = readSafetensors(await readFile(weightsFile), weightsFile);
  const weights =
    additions === null
      ? base
      : overlaidWeights(base, readSafetensors(await readFile(additions), additions));
  const model = writeBertModel(bert, weights, precision === 'int8' ? int8Layers : floatLayers);
  const file = await open(target, 'w');
  try {
    await file.writev([...model.chunks]);
  } finally {
    await file.close();
  }
}
