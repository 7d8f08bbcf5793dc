import type { OnnxGraph } from '../onnx/onnx-graph.js';
import { floats, toFloat } from '../onnx/onnx-tensor.js';
import { writeInt8Matrix } from './int8-matrix.js';
import type { LinearLayer } from './linear-layer.js';

/**
 * A layer with 8-bit weights whose input is brought to 8 bits with one scale and zero point for the
 * whole of it. That is why texts must come one at a time: a vector is free of its batch mates then,
 * and on one thread a batch would be no faster. One scale per token in every layer would need no such
 * care and is no nearer to 32 bits than this with `writeInt8LinearAfterGelu` (mean cosine 0.997 both),
 * but onnxruntime, which runs these operators as one, takes nearly twice as long over it.
 *
 * On x64 processors without VNNI a sum of two products can overflow its 16 bits, which costs a little
 * exactness there; the option against it, `session.x64quantprecision`, halves the speed everywhere.
 */
export function writeInt8Linear(graph: OnnxGraph, input: string, layer: LinearLayer): string {
  const { matrix, scales } = writeInt8Matrix(graph, layer);
  const [bytes, scale, zeroPoint] = graph.nodes('DynamicQuantizeLinear', {
    inputs: [input],
    outputs: 3,
  }) as [string, string, string];
  const product = graph.node('MatMulInteger', { inputs: [bytes, matrix, zeroPoint] });
  const factors = graph.node('Mul', { inputs: [scale, scales] });
  const asFloat = graph.node('Cast', { inputs: [product], attributes: toFloat });
  const scaled = graph.node('Mul', { inputs: [asFloat, factors] });
  const offsets = graph.constant(`${layer.name}.bias`, floats(layer.bias, [layer.outputs]));
  return graph.node('Add', { inputs: [scaled, offsets] });
}
