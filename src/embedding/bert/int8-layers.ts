import { floats, toFloat } from '../onnx/onnx-tensor.js';
import { quantiseRows } from '../weights/quantise-rows.js';
import { writeInt8Linear } from './int8-linear.js';
import { writeInt8LinearAfterGelu } from './int8-linear-after-gelu.js';
import type { LayerWriter } from './layer-writer.js';

/**
 * Layers with 8-bit weights, one scale per result, and activations brought to 8 bits while the model
 * runs. Texts must come one at a time, see `writeInt8Linear`.
 */
export const int8Layers: LayerWriter = {
  linear: writeInt8Linear,
  linearAfterGelu: writeInt8LinearAfterGelu,
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
