import { FootnoteError } from '../errors.js';

/** How far from 1 the length of a vector may be. */
const LENGTH_TOLERANCE = 1e-3;

/**
 * Lets vectors pass that are fit to be stored or searched with.
 * @throws FootnoteError `embedding_failed` on a wrong number of vectors, a wrong dimension, a
 * component that is not a finite number, or a length more than 0.001 away from 1.
 */
export function checkedVectors(
  vectors: readonly Float32Array[],
  expected: { readonly count: number; readonly dimension: number },
): readonly Float32Array[] {
  if (vectors.length !== expected.count)
    throw new FootnoteError(
      'embedding_failed',
      `The embedding model should give ${expected.count} vectors and gave ${vectors.length}. Try another model.`,
    );
  for (const vector of vectors) {
    const fault = faultOf(vector, expected.dimension);
    if (fault !== undefined)
      throw new FootnoteError(
        'embedding_failed',
        `The embedding model should give unit vectors of ${expected.dimension} numbers: ${fault}. Try another model.`,
      );
  }
  return vectors;
}

function faultOf(vector: Float32Array, dimension: number): string | undefined {
  if (vector.length !== dimension) return `one has ${vector.length}`;
  let squares = 0;
  for (let i = 0; i < dimension; i++) squares += (vector[i] as number) ** 2;
  const length = Math.sqrt(squares);
  if (!Number.isFinite(length)) return 'one holds a component that is not a finite number';
  return Math.abs(length - 1) > LENGTH_TOLERANCE ? `one has the length ${length}` : undefined;
}
