import type { OnnxGraph } from '../onnx/onnx-graph.js';
import { floats } from '../onnx/onnx-tensor.js';
import type { Weights } from '../weights/safetensors.js';
import type { BertConfig } from './bert-config.js';
import type { LayerWriter } from './layer-writer.js';

/** What every part of the encoder is written with. */
export interface BertParts {
  readonly graph: OnnxGraph;
  readonly config: BertConfig;
  readonly weights: Weights;
  readonly layers: LayerWriter;
}

/** Layer normalisation (Ba et al. 2016, arXiv:1607.06450) of a sum, as every part of BERT ends. */
export function writeNormalisedSum(
  { graph, config, weights }: BertParts,
  terms: readonly [string, string],
  name: string,
): string {
  const shape = [config.hidden_size];
  const parameter = (kind: string) =>
    graph.constant(`${name}.${kind}`, floats(weights.get(`${name}.${kind}`, shape).values, shape));
  return graph.node('LayerNormalization', {
    inputs: [graph.node('Add', { inputs: terms }), parameter('weight'), parameter('bias')],
    attributes: { axis: { integer: -1 }, epsilon: { float: config.layer_norm_eps } },
  });
}
