import { floats, toFloat } from '../onnx/onnx-tensor.js';
import { quantiseRows } from '../weights/quantise-rows.js';
import { transposeInto } from '../weights/transpose.js';
import type { LayerWriter } from './layer-writer.js';

/**
 * Layers with 8-bit weights, one scale per result, and activations brought to 8 bits while the model
 * runs. DynamicQuantizeLinear takes one scale for all it is given, so texts must come one at a time:
 * that keeps a vector free of its batch mates, and on one thread a batch would be no faster.
 * One scale per token, inside the graph, needs no such care and is nearer to 32 bits (mean cosine
 * 0.997 against 0.994), but onnxruntime runs it at half the speed.
 */
export const int8Layers: LayerWriter = {
  linear(graph, input, { name, inputs, outputs, weight, bias }) {
    const { values, scales } = quantiseRows(weight, outputs, inputs);
    const columns = transposeInto(new Int8Array(values.length), values, outputs, inputs);
    const matrix = graph.constant(`${name}.weight`, {
      type: 'int8',
      shape: [inputs, outputs],
      values: columns,
    });
    const [bytes, scale, zeroPoint] = graph.nodes('DynamicQuantizeLinear', {
      inputs: [input],
      outputs: 3,
    }) as [string, string, string];
    const product = graph.node('MatMulInteger', { inputs: [bytes, matrix, zeroPoint] });
    const columnScales = graph.constant(`${name}.scale`, floats(scales, [outputs]));
    const factors = graph.node('Mul', { inputs: [scale, columnScales] });
    const asFloat = graph.node('Cast', { inputs: [product], attributes: toFloat });
    const scaled = graph.node('Mul', { inputs: [asFloat, factors] });
    const offsets = graph.constant(`${name}.bias`, floats(bias, [outputs]));
    return graph.node('Add', { inputs: [scaled, offsets] });
  },
  lookUp(graph, ids, table, name) {
    const [rows = 0, columns = 0] = table.shape;
    const { values, scales } = quantiseRows(table.values, rows, columns);
    const bytes = graph.constant(name, { type: 'int8', shape: table.shape, values });
    const rowScales = graph.constant(`${name}.scale`, floats(scales, [rows, 1]));
    const found = graph.node('Gather', { inputs: [bytes, ids] });
    const factors = graph.node('Gather', { inputs: [rowScales, ids] });
    const asFloat = graph.node('Cast', { inputs: [found], attributes: toFloat });
    return graph.node('Mul', { inputs: [asFloat, factors] });
  },
};
