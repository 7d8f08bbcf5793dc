/** What stands before a figure and says how it is meant. */
export type FigureBound = 'least' | 'most' | 'about' | null;

const QUALIFIERS: readonly (readonly [Exclude<FigureBound, null>, RegExp])[] = [
  ['least', /\b(?:more than|over|at least|above|no fewer than|no less than|upwards of)\s$/iu],
  ['most', /\b(?:less than|fewer than|under|below|at most|up to|no more than)\s$/iu],
  [
    'about',
    /\b(?:approximately|about|around|roughly|nearly|almost|some|circa|an estimated|estimated)\s$/iu,
  ],
];
/** Characters before a figure in which such words are looked for. */
const REACH = 24;

/** The words right before a figure that limit it, where they begin and how; null where none do. */
export function boundBefore(
  text: string,
  start: number,
): { readonly bound: Exclude<FigureBound, null>; readonly start: number } | null {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  for (const [bound, pattern] of QUALIFIERS) {
    const found = pattern.exec(before);
    if (found !== null) return { bound, start: from + found.index };
  }
  return null;
}
