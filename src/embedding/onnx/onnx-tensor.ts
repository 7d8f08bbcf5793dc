/** Element types of ONNX tensors, by their numbers in `TensorProto.DataType`. */
export const ONNX_TYPE = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;

export type OnnxType = keyof typeof ONNX_TYPE;

type Values = Float32Array | Uint8Array | Int8Array | Int32Array | BigInt64Array;

/** A constant of an ONNX graph: row-major values of the given shape. */
export interface OnnxTensor {
  readonly type: OnnxType;
  readonly shape: readonly number[];
  readonly values: Values;
}

export function floats(values: Float32Array, shape: readonly number[]): OnnxTensor {
  return { type: 'float', shape, values };
}

/** A 32-bit number without dimensions, which broadcasts over any tensor. */
export function scalar(value: number): OnnxTensor {
  return floats(Float32Array.of(value), []);
}

/** A list of 64-bit integers: shapes, axes, bounds. */
export function integers(...values: number[]): OnnxTensor {
  return { type: 'int64', shape: [values.length], values: BigInt64Array.from(values.map(BigInt)) };
}

/** Attribute of a Cast to 32-bit numbers. */
export const toFloat = { to: { integer: ONNX_TYPE.float } } as const;
