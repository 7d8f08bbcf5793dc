/** Shortest words that may differ by one letter, and by two, and still be taken for one. */
const ONE_SLIP = 5;
const TWO_SLIPS = 9;

/**
 * Whether two words are the same but for a slip of the pen: accents, or one letter left out, added, changed or swapped
 * with the next (two in long words), the first one right. Figures are never the same.
 */
export function isNearWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [bare(a), bare(b)];
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  if (length < ONE_SLIP || one[0] !== other[0] || /\d/u.test(one + other)) return false;
  const most = length >= TWO_SLIPS ? 2 : 1;
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

function bare(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Edits that turn one word into the other; swapping neighbours is one (Damerau 1964, optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
