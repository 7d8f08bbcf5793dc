/** A matrix in 8 bits: the value at [row, column] is about `values[row, column] * scales[row]`. */
export interface QuantisedRows {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** Largest magnitude; -128 is left out so that a row is symmetric around zero. */
const LARGEST = 127;

/** Smallest 32-bit number that keeps its precision; a row of yet smaller steps is taken for zeros. */
const SMALLEST_SCALE = 2 ** -126;

/** Symmetric 8-bit quantisation of a row-major matrix, each row with its own scale. */
export function quantiseRows(matrix: Float32Array, rows: number, columns: number): QuantisedRows {
  const values = new Int8Array(matrix.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    const end = start + columns;
    let largest = 0;
    for (let index = start; index < end; index += 1)
      largest = Math.max(largest, Math.abs(matrix[index] as number));
    const step = Math.fround(largest / LARGEST);
    const scale = step < SMALLEST_SCALE ? 1 : step;
    scales[row] = scale;
    for (let index = start; index < end; index += 1)
      values[index] = Math.round((matrix[index] as number) / scale);
  }
  return { values, scales };
}
