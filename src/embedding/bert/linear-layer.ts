import type { Weights } from '../weights/safetensors.js';

/** A fully connected layer: y = W x + b, with W row-major [outputs, inputs] and b [outputs]. */
export interface LinearLayer {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

export function readLinearLayer(
  weights: Weights,
  name: string,
  outputs: number,
  inputs: number,
): LinearLayer {
  return {
    name,
    inputs,
    outputs,
    weight: weights.get(`${name}.weight`, [outputs, inputs]).values,
    bias: weights.get(`${name}.bias`, [outputs]).values,
  };
}

/** The same layer with every result multiplied by `factor`. */
export function scaledLayer(layer: LinearLayer, factor: number): LinearLayer {
  return {
    ...layer,
    weight: layer.weight.map((value) => value * factor),
    bias: layer.bias.map((value) => value * factor),
  };
}

/** One layer that gives the results of several layers of one input, one after the other. */
export function stackedLayers(name: string, layers: readonly LinearLayer[]): LinearLayer {
  return {
    name,
    inputs: layers[0]?.inputs ?? 0,
    outputs: layers.reduce((sum, layer) => sum + layer.outputs, 0),
    weight: concatenated(layers.map((layer) => layer.weight)),
    bias: concatenated(layers.map((layer) => layer.bias)),
  };
}

function concatenated(lists: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let start = 0;
  for (const list of lists) {
    all.set(list, start);
    start += list.length;
  }
  return all;
}
