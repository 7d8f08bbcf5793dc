/** An encoded protobuf message, kept in pieces so that weights are never copied. */
export interface EncodedMessage {
  readonly chunks: readonly Uint8Array[];
  readonly byteLength: number;
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32_BIT = 5;

/** Base-128 varint; a negative number takes ten bytes of two's complement, as int64 does. */
function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

const tag = (field: number, wireType: number) => varint(field * 8 + wireType);

/** Joins fields, or messages, into one message. */
export function joined(parts: readonly EncodedMessage[]): EncodedMessage {
  return {
    chunks: parts.flatMap((part) => part.chunks),
    byteLength: parts.reduce((sum, part) => sum + part.byteLength, 0),
  };
}

function encoded(chunks: readonly Uint8Array[]): EncodedMessage {
  return { chunks, byteLength: chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0) };
}

/** A field of type int32, int64 or enum. */
export function integerField(field: number, value: number | bigint): EncodedMessage {
  return encoded([tag(field, VARINT), varint(value)]);
}

/** A field of type float. */
export function floatField(field: number, value: number): EncodedMessage {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return encoded([tag(field, FIXED_32_BIT), bytes]);
}

/** A field of type bytes. The bytes are kept, not copied. */
export function bytesField(field: number, bytes: Uint8Array): EncodedMessage {
  return encoded([tag(field, LENGTH_DELIMITED), varint(bytes.byteLength), bytes]);
}

/** A field of type string. */
export function stringField(field: number, text: string): EncodedMessage {
  return bytesField(field, new TextEncoder().encode(text));
}

/** A field that holds another message. */
export function messageField(field: number, parts: readonly EncodedMessage[]): EncodedMessage {
  const inner = joined(parts);
  return joined([encoded([tag(field, LENGTH_DELIMITED), varint(inner.byteLength)]), inner]);
}
