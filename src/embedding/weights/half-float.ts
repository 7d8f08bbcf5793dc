/** 32-bit value of each of the 65,536 half-precision bit patterns (IEEE 754 binary16). */
function halfFloatTable(): Float32Array {
  const table = new Float32Array(65_536);
  for (let bits = 0; bits < 65_536; bits += 1) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0) table[bits] = sign * fraction * 2 ** -24;
    else if (exponent === 31)
      table[bits] = fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    else table[bits] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  return table;
}

let table: Float32Array | undefined;

/** Widens half-precision bit patterns to 32-bit numbers, exactly. */
export function halfToFloat(halves: Uint16Array): Float32Array {
  table ??= halfFloatTable();
  const floats = new Float32Array(halves.length);
  for (let index = 0; index < halves.length; index += 1)
    floats[index] = table[halves[index] as number] as number;
  return floats;
}

/** Widens bfloat16 bit patterns, the upper halves of 32-bit numbers, exactly. */
export function bfloatToFloat(halves: Uint16Array): Float32Array {
  const words = new Uint32Array(halves.length);
  for (let index = 0; index < halves.length; index += 1)
    words[index] = (halves[index] as number) << 16;
  return new Float32Array(words.buffer);
}
