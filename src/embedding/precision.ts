/** Width of the weights: `int8` is faster and smaller, `fp32` exact. */
export type Precision = 'int8' | 'fp32';

/** Where each precision's ONNX file lies in a model folder, and what transformers.js calls it. */
export const ONNX_FILE = { int8: 'onnx/model_quantized.onnx', fp32: 'onnx/model.onnx' } as const;
export const LIBRARY_DTYPE = { int8: 'q8', fp32: 'fp32' } as const;
