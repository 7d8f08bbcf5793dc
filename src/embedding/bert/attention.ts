import { integers } from '../onnx/onnx-tensor.js';
import { type BertParts, writeNormalisedSum } from './bert-parts.js';
import { readLinearLayer, scaledLayer, stackedLayers } from './linear-layer.js';

/**
 * Multi-head self-attention, softmax(Q K^T / sqrt(head size) + scoreOffsets) V, its output layer,
 * the residual and the normalisation (Vaswani et al. 2017, arXiv:1706.03762).
 * Standard operators: the fused ones of onnxruntime were no faster on one thread.
 */
export function writeAttention(
  parts: BertParts,
  hidden: string,
  scoreOffsets: string,
  name: string,
): string {
  const { graph, config, weights, layers } = parts;
  const size = config.hidden_size;
  const headSize = size / config.num_attention_heads;
  const read = (kind: string) => readLinearLayer(weights, `${name}.${kind}`, size, size);

  // The division by sqrt(head size) is done to the weights, once.
  const queryLayer = scaledLayer(read('self.query'), 1 / Math.sqrt(headSize));
  const projections = [queryLayer, read('self.key'), read('self.value')];
  const projected = layers.linear(graph, hidden, stackedLayers(`${name}.self`, projections));
  const [query, key, value] = graph.nodes('Split', {
    inputs: [projected],
    outputs: 3,
    attributes: { axis: { integer: -1 } },
  }) as [string, string, string];

  const headShape = graph.constant('heads', integers(0, 0, config.num_attention_heads, headSize));
  const perHead = (projection: string, permutation: readonly number[]) =>
    graph.node('Transpose', {
      inputs: [graph.node('Reshape', { inputs: [projection, headShape] })],
      attributes: { perm: { integers: permutation } },
    });
  const scores = graph.node('MatMul', {
    inputs: [perHead(query, [0, 2, 1, 3]), perHead(key, [0, 2, 3, 1])],
  });
  const shares = graph.node('Softmax', {
    inputs: [graph.node('Add', { inputs: [scores, scoreOffsets] })],
    attributes: { axis: { integer: -1 } },
  });
  const mixed = graph.node('Transpose', {
    inputs: [graph.node('MatMul', { inputs: [shares, perHead(value, [0, 2, 1, 3])] })],
    attributes: { perm: { integers: [0, 2, 1, 3] } },
  });
  const joined = graph.node('Reshape', {
    inputs: [mixed, graph.constant('joined', integers(0, 0, size))],
  });
  const output = layers.linear(graph, joined, read('output.dense'));
  return writeNormalisedSum(parts, [output, hidden], `${name}.output.LayerNorm`);
}
