import { akin } from '../analysis/akin.js';
import type { StatedFigure } from './stated-figures.js';
import type { Statement } from './statement.js';

/** Figures this near to each other, as a share, are the same: only what counting in binary leaves over. */
const ROUNDING = 1e-9;
/** From here on a bare number may be an amount of money whose currency stands beside another amount. */
const LARGE = 1e6;
/** Digits, fractions and numerals that nobody here can read. */
const UNREADABLE = /[\p{No}\p{Nl}]|(?![0-9])\p{Nd}/u;

/** Figures of a sentence that none of its quotes holds, with their unit and their limit ("over", "at most", "about"). */
export function figureFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const failures = claim.figures.flatMap((figure) => {
    const same = pieces.flatMap((piece) => sameFigures(figure, piece));
    if (same.length === 0 && !isYearSaid(figure, pieces))
      return [`the figure “${figure.text}” is not in the quotes it cites, or not with that unit`];
    return same.length > 0 && !same.some((said) => keepsBound(figure, said))
      ? [`“${figure.text}” is limited otherwise in the quotes (over, at most, about)`]
      : [];
  });
  return UNREADABLE.test(claim.text)
    ? [...failures, 'it holds a figure in signs that cannot be compared']
    : failures;
}

/** The figures of a piece that are the same as the one claimed. */
export function sameFigures(claimed: StatedFigure, piece: Statement): StatedFigure[] {
  return piece.figures.filter((said) => isSame(claimed, said, piece));
}

function isSame(claimed: StatedFigure, said: StatedFigure, piece: Statement): boolean {
  const step = Math.max(Math.abs(claimed.value), Math.abs(said.value)) * ROUNDING;
  if (Math.abs(claimed.value - said.value) > step) return false;
  if (claimed.kind === said.kind)
    return claimed.kind === 'count' ? countsSame(claimed, piece) : claimed.unit === said.unit;
  return (
    claimed.kind === 'money' &&
    said.kind === 'count' &&
    said.counted.length === 0 &&
    said.value >= LARGE &&
    onlyCurrency(piece) === claimed.unit
  );
}

/** What a sentence counts must be spoken of in the quote. */
function countsSame({ counted }: StatedFigure, { words }: Statement): boolean {
  return counted.every((noun) => words.some(({ stem }) => isLike(noun, stem)));
}

function isLike(a: string, b: string): boolean {
  return akin(a, b) || ALIKE.some((group) => group.has(a) && group.has(b));
}

/** Stems of words that count the same things. */
const ALIKE: readonly ReadonlySet<string>[] = [
  'compani firm busi enterpris corpor',
  'peopl person inhabit resid citizen individu',
  'countri nation state',
  'travel visitor tourist guest',
  'member partner',
].map((group) => new Set(group.split(' ')));

function onlyCurrency({ figures }: Statement): string | null {
  const currencies = new Set(figures.flatMap(({ kind, unit }) => (kind === 'money' ? [unit] : [])));
  const [only] = currencies;
  return currencies.size === 1 && only !== undefined ? only : null;
}

/** "1,200" may be written like a year. */
function isYearSaid({ kind, value }: StatedFigure, pieces: readonly Statement[]): boolean {
  return (
    (kind === 'count' || kind === 'measure') &&
    pieces.some(({ dates, text }) =>
      dates.some(
        ({ year, month, start, end }) =>
          year === value &&
          month === null &&
          /^\s\p{Ll}/u.test(text.slice(end)) &&
          !/\b(?:in|since|until|by|from|of)\s$/iu.test(text.slice(0, start)),
      ),
    )
  );
}

/** A limit may be added to a figure ("about"), but none taken away or changed. */
function keepsBound(claimed: StatedFigure, said: StatedFigure): boolean {
  return claimed.bound === said.bound || (said.bound === null && claimed.bound === 'about');
}
