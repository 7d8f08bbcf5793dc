/** Copies a row-major [rows, columns] matrix into `target` as [columns, rows]. */
export function transposeInto<T extends Float32Array | Int8Array>(
  target: T,
  source: T,
  rows: number,
  columns: number,
): T {
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      target[column * rows + row] = source[row * columns + column] as number;
  return target;
}
