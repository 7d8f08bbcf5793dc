import { findQuantities } from './quantities.js';

/** Years from first to last, both included. */
export interface YearRange {
  readonly first: number;
  readonly last: number;
}

const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const DECADE = new RegExp(
  String.raw`\b(?:(early|mid|late)[\s-]+)?(?:the\s+)?(?:(\d{3})0'?s|'?([2-9])0s|(${DECADES.join('|')}))\b`,
  'giu',
);
/** A decade without its century is one of the century in which most that is written about lies. */
const CENTURY = 1900;

/** The decades a text names, as figures ("the 1970s") or as words ("the early seventies"), narrowed by early, mid or late. */
export function decadesIn(text: string): YearRange[] {
  return [...text.matchAll(DECADE)].map(([, part, full, short, word]) => {
    const place = word === undefined ? -1 : DECADES.indexOf(word.toLowerCase());
    const first =
      full !== undefined
        ? Number(full) * 10
        : CENTURY + 10 * (short !== undefined ? Number(short) : place + 2);
    const [from, to] = PARTS[part?.toLowerCase() ?? ''] ?? [0, 9];
    return { first: first + from, last: first + to };
  });
}

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  early: [0, 4],
  mid: [3, 6],
  late: [5, 9],
};

/** The single years a text names, as written. */
export function yearsIn(text: string): string[] {
  const decades = new Set(decadesIn(text).map(({ first }) => first));
  return findQuantities(text).flatMap(({ kind, value, text: written }) =>
    kind === 'date' && value !== null && !(/s$/u.test(written) && decades.has(value))
      ? [String(value)]
      : [],
  );
}
