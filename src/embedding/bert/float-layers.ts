import { floats } from '../onnx/onnx-tensor.js';
import { transposeInto } from '../weights/transpose.js';
import type { LayerWriter } from './layer-writer.js';

const linear: LayerWriter['linear'] = (graph, input, layer) => {
  const { name, inputs, outputs, weight, bias } = layer;
  const columns = transposeInto(new Float32Array(weight.length), weight, outputs, inputs);
  const matrix = graph.constant(`${name}.weight`, floats(columns, [inputs, outputs]));
  const product = graph.node('MatMul', { inputs: [input, matrix] });
  const offsets = graph.constant(`${name}.bias`, floats(bias, [outputs]));
  return graph.node('Add', { inputs: [product, offsets] });
};

/** Layers in 32-bit floating point: the reference. */
export const floatLayers: LayerWriter = {
  linear,
  linearAfterGelu: linear,
  lookUp(graph, ids, table, name) {
    const rows = graph.constant(name, floats(table.values, table.shape));
    return graph.node('Gather', { inputs: [rows, ids] });
  },
};
