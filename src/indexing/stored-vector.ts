/** The vector of a stored blob, copied because a blob need not begin where a 32-bit float may; undefined where it is none of this dimension. */
export function storedVector(
  blob: Buffer | undefined,
  dimension: number,
): Float32Array | undefined {
  if (blob?.length !== dimension * Float32Array.BYTES_PER_ELEMENT) return undefined;
  const vector = new Float32Array(dimension);
  new Uint8Array(vector.buffer).set(blob);
  return vector;
}

/** The bytes of a vector, without copying it. */
export function vectorBytes({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
