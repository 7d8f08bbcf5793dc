/** Two odd factors, so that two different texts of one length share both sums about once in 2^60 times. */
const FACTORS = [0x01000193, 0x9e3779b1] as const;

type Sums = readonly [number, number];

/**
 * 16 hexadecimal digits that tell a text from others of its length: two polynomial hashes of its UTF-16 code
 * units modulo 2^32 (Rabin and Karp, 1987). It finds a text again; it guards against nobody.
 */
export function textDigest(text: string): string {
  return hexadecimal(sumsOf(text, text.length));
}

/** Where in `text` the stretch of `length` code units with this digest begins that is nearest to `near`. */
export function findByDigest(
  text: string,
  digest: string,
  { length, near }: { readonly length: number; readonly near: number },
): number | undefined {
  if (length < 1 || length > text.length) return undefined;
  const wanted = [0, 8].map((at) => Number.parseInt(digest.slice(at, at + 8), 16) | 0);
  const weights = FACTORS.map((factor) => power(factor, length));
  let [first, second] = sumsOf(text, length);
  let found: number | undefined;
  for (let start = 0; ; start++) {
    if (first === wanted[0] && second === wanted[1] && nearer(start, found, near)) found = start;
    if (start + length >= text.length) return found;
    const leaves = text.charCodeAt(start);
    const enters = text.charCodeAt(start + length);
    first = (Math.imul(first, FACTORS[0]) - Math.imul(leaves, weights[0] ?? 0) + enters) | 0;
    second = (Math.imul(second, FACTORS[1]) - Math.imul(leaves, weights[1] ?? 0) + enters) | 0;
  }
}

function nearer(start: number, found: number | undefined, near: number): boolean {
  return found === undefined || Math.abs(start - near) < Math.abs(found - near);
}

function sumsOf(text: string, length: number): Sums {
  let [first, second] = [0, 0];
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    first = (Math.imul(first, FACTORS[0]) + unit) | 0;
    second = (Math.imul(second, FACTORS[1]) + unit) | 0;
  }
  return [first, second];
}

function power(factor: number, exponent: number): number {
  let result = 1;
  for (let times = 0; times < exponent; times++) result = Math.imul(result, factor);
  return result;
}

function hexadecimal(sums: Sums): string {
  return sums.map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}
