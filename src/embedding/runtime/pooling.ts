import type { Pooling } from '../model-description.js';

/**
 * Joins the vectors of a text's tokens into one of unit length.
 * @param hidden Row-major [tokens, dimension], without padding.
 */
export function pooledVector(
  hidden: Float32Array,
  dimension: number,
  pooling: Pooling,
): Float32Array {
  const vector = hidden.slice(0, dimension);
  if (pooling === 'mean')
    for (let start = dimension; start < hidden.length; start += dimension)
      for (let index = 0; index < dimension; index += 1)
        vector[index] = (vector[index] as number) + (hidden[start + index] as number);
  return unitVector(vector);
}

/** Divides by the length, which makes a division by the number of tokens needless. */
function unitVector(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length > 0 ? vector.map((value) => value / length) : vector;
}
