import type { OnnxGraph } from '../onnx/onnx-graph.js';
import type { Weight } from '../weights/safetensors.js';
import type { LinearLayer } from './linear-layer.js';

/** Below the least value of a GELU, -0.16997 at -0.7518. */
export const LEAST_GELU = -0.17;

/** Writes the layers that hold nearly all weights; one implementation a precision. */
export interface LayerWriter {
  /** Multiplies by the layer's weights and adds its bias: [..., inputs] to [..., outputs]. */
  linear(graph: OnnxGraph, input: string, layer: LinearLayer): string;
  /** The same for an input that is the result of a GELU, which is never below `LEAST_GELU`. */
  linearAfterGelu(graph: OnnxGraph, input: string, layer: LinearLayer): string;
  /** Looks up rows of a table: int64 [batch, tokens] to float [batch, tokens, columns]. */
  lookUp(graph: OnnxGraph, ids: string, table: Weight, name: string): string;
}
