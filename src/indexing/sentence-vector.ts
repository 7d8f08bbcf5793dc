/** A vector in a byte a component. */
export interface PackedVector {
  readonly bytes: Buffer;
  /** What one step of a byte stands for. */
  readonly scale: number;
}

const STEPS = 127;

/**
 * Packs a unit vector into signed bytes: a quarter of the space of 32-bit floats. Each component is
 * off by at most half a step, that is its vector's largest component / 254, before `unpackVector`
 * makes the length 1 again; for sentence vectors of 384 components the cosine to the original is
 * above 0.999.
 */
export function packVector(vector: Float32Array): PackedVector {
  let largest = 0;
  for (const component of vector) largest = Math.max(largest, Math.abs(component));
  const bytes = Buffer.alloc(vector.length);
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    const step = Math.round(((vector[i] as number) / largest) * STEPS);
    bytes.writeInt8(step, i);
    squares += step * step;
  }
  return { bytes, scale: Math.fround(1 / Math.sqrt(squares)) };
}

/** The unit vector of a packed one. */
export function unpackVector({ bytes, scale }: PackedVector): Float32Array {
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const vector = new Float32Array(steps.length);
  for (let i = 0; i < steps.length; i++) vector[i] = (steps[i] as number) * scale;
  return vector;
}
