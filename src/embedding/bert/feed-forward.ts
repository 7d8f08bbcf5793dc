import { scalar } from '../onnx/onnx-tensor.js';
import { type BertParts, writeNormalisedSum } from './bert-parts.js';
import { readLinearLayer } from './linear-layer.js';

/** Two linear layers with a GELU between them, the residual and the normalisation. */
export function writeFeedForward(parts: BertParts, hidden: string, name: string): string {
  const { graph, config, weights, layers } = parts;
  const { hidden_size: size, intermediate_size: wide } = config;
  const inner = layers.linear(
    graph,
    hidden,
    readLinearLayer(weights, `${name}.intermediate.dense`, wide, size),
  );
  const output = layers.linearAfterGelu(
    graph,
    writeGelu(parts, inner),
    readLinearLayer(weights, `${name}.output.dense`, size, wide),
  );
  return writeNormalisedSum(parts, [output, hidden], `${name}.output.LayerNorm`);
}

/** Exact GELU, x (1 + erf(x / sqrt 2)) / 2 (Hendrycks and Gimpel 2016, arXiv:1606.08415). */
function writeGelu({ graph }: BertParts, input: string): string {
  const number = (name: string, value: number) => graph.constant(name, scalar(value));
  const ratio = graph.node('Div', { inputs: [input, number('sqrt2', Math.SQRT2)] });
  const erf = graph.node('Erf', { inputs: [ratio] });
  const raised = graph.node('Add', { inputs: [erf, number('one', 1)] });
  const product = graph.node('Mul', { inputs: [input, raised] });
  return graph.node('Mul', { inputs: [product, number('half', 0.5)] });
}
