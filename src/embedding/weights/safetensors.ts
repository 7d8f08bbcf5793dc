import { z } from 'zod';
import { FootnoteError } from '../../errors.js';
import { bfloatToFloat, halfToFloat } from './half-float.js';

/** A weight as 32-bit numbers, row-major. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The tensors of one safetensors file. */
export interface Weights {
  readonly names: readonly string[];
  /** @throws FootnoteError `model_invalid` where there is no such tensor or its shape differs. */
  get(name: string, shape: readonly number[]): Weight;
}

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
type Entry = z.infer<typeof entrySchema>;
const headerSchema = z
  .looseObject({ __metadata__: z.unknown().optional() })
  .transform(({ __metadata__, ...entries }) => entries)
  .pipe(z.record(z.string(), entrySchema));

/** Bytes an element takes, and how its bytes become 32-bit numbers. */
const FLOAT_TYPES: Readonly<
  Record<string, { size: number; read(bytes: ArrayBuffer): Float32Array }>
> = {
  F32: { size: 4, read: (bytes) => new Float32Array(bytes) },
  F16: { size: 2, read: (bytes) => halfToFloat(new Uint16Array(bytes)) },
  BF16: { size: 2, read: (bytes) => bfloatToFloat(new Uint16Array(bytes)) },
};

/**
 * Opens a safetensors file: eight bytes of header length, a JSON header, then the values.
 * Source: https://github.com/huggingface/safetensors (Format).
 * @param origin What to call the file in an error.
 * @throws FootnoteError `model_invalid` when the header or a value lies outside the file.
 */
export function readSafetensors(file: Uint8Array, origin: string): Weights {
  const invalid = (what: string, cause?: unknown) =>
    new FootnoteError('model_invalid', `${origin} is no usable safetensors file: ${what}.`, {
      cause,
    });

  const dataStart = headerEnd(file, invalid);
  const header = parsedHeader(file.subarray(8, dataStart), invalid);
  const dataLength = file.byteLength - dataStart;

  /** A matrix in 8 bits, whose tensor `<name>.scale` [rows] says what a step of each row is. */
  const fromBytes = (name: string, entry: Entry, shape: readonly number[]): Weight => {
    const [rows = 0, columns = 0] = shape;
    const [start, end] = checkedRange(name, entry, 1, dataLength, invalid);
    const bytes = new Int8Array(
      new Uint8Array(file.subarray(dataStart + start, dataStart + end)).buffer,
    );
    const { values: scales } = weights.get(`${name}.scale`, [rows]);
    const values = new Float32Array(bytes.length);
    for (let row = 0; row < rows; row += 1) {
      const scale = scales[row] ?? 0;
      for (let place = row * columns; place < (row + 1) * columns; place += 1)
        values[place] = (bytes[place] ?? 0) * scale;
    }
    return { shape, values };
  };

  const weights: Weights = {
    names: Object.keys(header),
    get(name, shape) {
      const entry = header[name];
      if (entry === undefined) throw invalid(`the tensor "${name}" is missing`);
      if (entry.shape.join() !== shape.join())
        throw invalid(`"${name}" has shape [${entry.shape}], wanted [${shape}]`);
      if (entry.dtype === 'I8') return fromBytes(name, entry, shape);
      const type = FLOAT_TYPES[entry.dtype];
      if (type === undefined)
        throw invalid(
          `"${name}" has type ${entry.dtype}, wanted ${Object.keys(FLOAT_TYPES).join(', ')}`,
        );
      const [start, end] = checkedRange(name, entry, type.size, dataLength, invalid);
      return {
        shape,
        values: type.read(new Uint8Array(file.subarray(dataStart + start, dataStart + end)).buffer),
      };
    },
  };
  return weights;
}

/** The tensors of both; where both hold one of a name, that of `over`. */
export function overlaidWeights(base: Weights, over: Weights): Weights {
  const own = new Set(over.names);
  return {
    names: [...new Set([...base.names, ...over.names])],
    get: (name, shape) => (own.has(name) ? over : base).get(name, shape),
  };
}

type Invalid = (what: string, cause?: unknown) => FootnoteError;

function headerEnd(file: Uint8Array, invalid: Invalid): number {
  if (file.byteLength < 8) throw invalid(`it has ${file.byteLength} bytes`);
  const length = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  if (length > BigInt(file.byteLength - 8))
    throw invalid(`its header claims ${length} bytes, the file has ${file.byteLength}`);
  return 8 + Number(length);
}

function parsedHeader(bytes: Uint8Array, invalid: Invalid): Readonly<Record<string, Entry>> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw invalid('its header is not the JSON the format wants', cause);
  }
}

function checkedRange(
  name: string,
  entry: Entry,
  elementBytes: number,
  dataLength: number,
  invalid: Invalid,
): readonly [number, number] {
  const [start, end] = entry.data_offsets;
  const wanted = entry.shape.reduce((product, size) => product * size, elementBytes);
  if (start > end || end > dataLength)
    throw invalid(`"${name}" lies at ${start} to ${end} of ${dataLength} bytes`);
  if (end - start !== wanted)
    throw invalid(`"${name}" takes ${end - start} bytes, its shape wants ${wanted}`);
  return [start, end];
}
