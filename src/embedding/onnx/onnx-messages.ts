import { ONNX_TYPE, type OnnxTensor, type OnnxType } from './onnx-tensor.js';
import {
  bytesField,
  type EncodedMessage,
  floatField,
  integerField,
  messageField,
  stringField,
} from './protobuf-writer.js';

/** An operator's attribute: `{ float: 1e-12 }`, `{ integer: 1 }` or `{ integers: [0, 2, 1, 3] }`. */
export type OnnxAttribute =
  | { readonly float: number }
  | { readonly integer: number }
  | { readonly integers: readonly number[] };

/** Numbers of `AttributeProto.AttributeType`. */
const FLOAT = 1;
const INTEGER = 2;
const INTEGERS = 7;

/** Fields of an `AttributeProto`. */
export function encodedAttribute(name: string, value: OnnxAttribute): EncodedMessage[] {
  if ('float' in value)
    return [stringField(1, name), floatField(2, value.float), integerField(20, FLOAT)];
  if ('integer' in value)
    return [stringField(1, name), integerField(3, value.integer), integerField(20, INTEGER)];
  return [
    stringField(1, name),
    ...value.integers.map((integer) => integerField(8, integer)),
    integerField(20, INTEGERS),
  ];
}

/** Fields of a `TensorProto`, its values raw and little-endian as this machine holds them. */
export function encodedTensor(name: string, tensor: OnnxTensor): EncodedMessage[] {
  const { buffer, byteOffset, byteLength } = tensor.values;
  return [
    ...tensor.shape.map((size) => integerField(1, size)),
    integerField(2, ONNX_TYPE[tensor.type]),
    stringField(8, name),
    bytesField(9, new Uint8Array(buffer, byteOffset, byteLength)),
  ];
}

/** Fields of a `ValueInfoProto`; a dimension is a size, or a name where it varies. */
export function encodedValue(
  name: string,
  type: OnnxType,
  shape: readonly (string | number)[],
): EncodedMessage[] {
  const dimensions = shape.map((size) =>
    messageField(1, [typeof size === 'number' ? integerField(1, size) : stringField(2, size)]),
  );
  const tensorType = [integerField(1, ONNX_TYPE[type]), messageField(2, dimensions)];
  return [stringField(1, name), messageField(2, [messageField(1, tensorType)])];
}
