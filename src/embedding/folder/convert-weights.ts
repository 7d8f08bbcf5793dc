import { open, readFile } from 'node:fs/promises';
import { parseBertConfig } from '../bert/bert-config.js';
import { writeBertModel } from '../bert/bert-model.js';
import { floatLayers } from '../bert/float-layers.js';
import { int8Layers } from '../bert/int8-layers.js';
import type { Precision } from '../precision.js';
import { readSafetensors } from '../weights/safetensors.js';

/**
 * Turns BERT weights into an ONNX file.
 * @param config The parsed config.json of the model.
 * @throws FootnoteError `model_invalid` where they are not a BERT encoder's.
 */
export async function convertWeights(
  weightsFile: string,
  config: unknown,
  precision: Precision,
  target: string,
): Promise<void> {
  const bert = parseBertConfig(config, weightsFile);
  const weights = readSafetensors(await readFile(weightsFile), weightsFile);
  const model = writeBertModel(bert, weights, precision === 'int8' ? int8Layers : floatLayers);
  const file = await open(target, 'w');
  try {
    await file.writev([...model.chunks]);
  } finally {
    await file.close();
  }
}
