import type { OnnxGraph } from '../onnx/onnx-graph.js';
import type { Weight } from '../weights/safetensors.js';
import type { LinearLayer } from './linear-layer.js';

/** Writes the layers that hold nearly all weights; one implementation a precision. */
export interface LayerWriter {
  /** Multiplies by the layer's weights and adds its bias: [..., inputs] to [..., outputs]. */
  linear(graph: OnnxGraph, input: string, layer: LinearLayer): string;
  /** Looks up rows of a table: int64 [batch, tokens] to float [batch, tokens, columns]. */
  lookUp(graph: OnnxGraph, ids: string, table: Weight, name: string): string;
}
