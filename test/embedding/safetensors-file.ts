/** A tensor as it stands in a safetensors file. */
export interface FileTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export function float32Tensor(shape: readonly number[], values: Float32Array): FileTensor {
  return { dtype: 'F32', shape, bytes: new Uint8Array(values.buffer) };
}

/** Lays tensors out as a safetensors file: header length, JSON header, values. */
export function safetensorsFile(tensors: Readonly<Record<string, FileTensor>>): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { dtype, shape, bytes }] of Object.entries(tensors)) {
    header[name] = { dtype, shape, data_offsets: [offset, offset + bytes.byteLength] };
    offset += bytes.byteLength;
    pieces.push(bytes);
  }
  return withHeader(JSON.stringify(header), Buffer.concat(pieces));
}

/** A file with any header, for headers that should be refused. */
export function withHeader(header: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.byteLength));
  return Buffer.concat([length, text, data]);
}
