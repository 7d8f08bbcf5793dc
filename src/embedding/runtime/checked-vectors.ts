import { FootnoteError } from '../../errors.js';

/**
 * Cuts what a thread returned into one vector per text.
 * @param packed One vector after the other.
 * @throws FootnoteError `embedding_failed` where there are not as many numbers as wanted, or one is not finite.
 */
export function checkedVectors(
  packed: Float32Array,
  count: number,
  dimension: number,
): Float32Array[] {
  if (packed.length !== count * dimension)
    throw new FootnoteError(
      'embedding_failed',
      `The embedding model returned ${packed.length} numbers, wanted ${count} vectors of ${dimension}.`,
    );
  if (!packed.every(Number.isFinite))
    throw new FootnoteError(
      'embedding_failed',
      'The embedding model returned a number that is not finite. Its weights are damaged: remove MODELS_DIR and start again.',
    );
  return Array.from({ length: count }, (_, index) =>
    packed.slice(index * dimension, (index + 1) * dimension),
  );
}
