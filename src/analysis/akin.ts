/** Words at least this long are akin where one begins with the other ("norman", "normandi"). */
const SHORTEST_STEM = 4;

/** Whether two terms are the same word or one is built on the other, as "chilean" on "chile". */
export function akin(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_STEM && !/^\d/.test(short) && long.startsWith(short);
}
