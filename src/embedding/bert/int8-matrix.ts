import type { OnnxGraph } from '../onnx/onnx-graph.js';
import { floats } from '../onnx/onnx-tensor.js';
import { quantiseRows } from '../weights/quantise-rows.js';
import { transposeInto } from '../weights/transpose.js';
import type { LinearLayer } from './linear-layer.js';

/** The weights of a layer in 8 bits, as constants of a graph. */
export interface Int8Matrix {
  /** Name of the int8 matrix [inputs, outputs]. */
  readonly matrix: string;
  /** Name of what each result is multiplied by, [outputs]. */
  readonly scales: string;
  /** For each result, the sum of its weights as 8 bits hold them. */
  readonly sums: Float32Array;
}

export function writeInt8Matrix(graph: OnnxGraph, layer: LinearLayer): Int8Matrix {
  const { name, inputs, outputs, weight } = layer;
  const { values, scales } = quantiseRows(weight, outputs, inputs);
  const columns = transposeInto(new Int8Array(values.length), values, outputs, inputs);
  const sums = scales.map(
    (scale, row) =>
      scale *
      values.subarray(row * inputs, (row + 1) * inputs).reduce((sum, value) => sum + value, 0),
  );
  return {
    matrix: graph.constant(`${name}.weight`, {
      type: 'int8',
      shape: [inputs, outputs],
      values: columns,
    }),
    scales: graph.constant(`${name}.scale`, floats(scales, [outputs])),
    sums,
  };
}
