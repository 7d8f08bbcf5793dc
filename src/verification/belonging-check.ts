import { zonesOf } from '../analysis/figure-zones.js';
import type { Span } from '../domain/span.js';
import { isDateSaid } from './date-check.js';
import { sameFigures } from './figure-check.js';
import { isNameSaid } from './name-check.js';
import { isImplied } from './stated-dates.js';
import type { StatedFigure } from './stated-figures.js';
import { type Statement, wordsWithin } from './statement.js';

/**
 * Figures that a sentence gives to another owner than its quotes do: a clause whose figures, dates and names no single
 * piece of evidence holds together, and a figure whose words stand, in the quote, with another figure.
 */
export function belongingFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  return [...joinedClauses(claim, pieces), ...strangeFigures(claim, pieces)];
}

function joinedClauses(claim: Statement, pieces: readonly Statement[]): string[] {
  return claim.clauses.flatMap((clause) => {
    const figures = claim.figures.filter((one) => isWithin(one, clause));
    const dates = claim.dates.filter((one) => isWithin(one, clause));
    const parties = claim.parties.filter((one) => isWithin(one, clause));
    const isBorneBy = (piece: Statement) =>
      figures.every((figure) => sameFigures(figure, piece).length > 0) &&
      dates.every((date) => isDateSaid(claim, date, piece)) &&
      parties.every((party) => isNameSaid(claim, party, piece));
    return pieces.length < 2 || pieces.some(isBorneBy)
      ? []
      : [
          'it joins figures, dates or names that different quotes tell of; say them in sentences of their own',
        ];
  });
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** What stands around a figure: the stretch that is its own, and the clause of that. */
interface Surroundings {
  readonly figure: StatedFigure;
  readonly own: Span;
  readonly clause: Span;
}

function strangeFigures(claim: Statement, pieces: readonly Statement[]): string[] {
  return surroundingsOf(claim).flatMap((claimed) => {
    const fits = pieces.flatMap((piece) => {
      const all = surroundingsOf(piece);
      const same = new Set(sameFigures(claimed.figure, piece));
      return all
        .filter(({ figure }) => same.has(figure))
        .map((said) => isStrange(claim, claimed, piece, said, all));
    });
    return fits.length > 0 && fits.every((isOther) => isOther)
      ? [`in the quotes “${claimed.figure.text}” belongs to something else`]
      : [];
  });
}

function surroundingsOf({ text, figures }: Statement): Surroundings[] {
  const zones = zonesOf(text, figures);
  return figures.flatMap((figure, which) => {
    const zone = zones[which];
    return zone === undefined ? [] : [{ figure, ...zone }];
  });
}

/** Whether what is said beside the figure stands, in the piece, beside another figure of its kind alone, with a rival in its place. */
function isStrange(
  claim: Statement,
  claimed: Surroundings,
  piece: Statement,
  said: Surroundings,
  all: readonly Surroundings[],
): boolean {
  const others = all.filter(
    ({ figure }) => figure.kind === said.figure.kind && figure.value !== said.figure.value,
  );
  return (
    others.length > 0 &&
    (hasOtherWords(claim, claimed, piece, said, others) ||
      hasOtherDate(claim, claimed, piece, said, others) ||
      hasOtherParty(claim, claimed, piece, said, others))
  );
}

/** Most of the telling words of the claim's clause stand in clauses of other figures only. */
function hasOtherWords(
  claim: Statement,
  claimed: Surroundings,
  piece: Statement,
  said: Surroundings,
  others: readonly Surroundings[],
): boolean {
  const stems = (statement: Statement, span: Span) =>
    new Set(
      wordsWithin(statement, span).flatMap(({ stem, isTelling }) => (isTelling ? [stem] : [])),
    );
  const wanted = [...stems(claim, claimed.clause)];
  const own = stems(piece, said.clause);
  const rivals = others
    .filter(({ clause }) => clause.start !== said.clause.start)
    .map(({ clause }) => stems(piece, clause));
  const held = wanted.filter((stem) => own.has(stem)).length;
  return rivals.some((rival) => {
    const elsewhere = wanted.filter((stem) => rival.has(stem) && !own.has(stem)).length;
    const here = wanted.filter((stem) => own.has(stem) && !rival.has(stem)).length;
    return elsewhere > here && elsewhere >= 1 && elsewhere >= held - here;
  });
}

function hasOtherDate(
  claim: Statement,
  claimed: Surroundings,
  piece: Statement,
  said: Surroundings,
  others: readonly Surroundings[],
): boolean {
  const within = ({ dates }: Statement, span: Span) => dates.filter((date) => isWithin(date, span));
  const wanted = within(claim, claimed.own);
  const own = within(piece, said.own);
  return wanted.some(
    (date) =>
      own.length > 0 &&
      !own.some((one) => isImplied(date, one)) &&
      !own.some((one) => wanted.some((other) => isImplied(other, one))) &&
      others.some(({ own: zone }) => within(piece, zone).some((one) => isImplied(date, one))),
  );
}

function hasOtherParty(
  claim: Statement,
  claimed: Surroundings,
  piece: Statement,
  said: Surroundings,
  others: readonly Surroundings[],
): boolean {
  const within = ({ parties }: Statement, span: Span) =>
    parties.filter((party) => isWithin(party, span));
  const wanted = within(claim, claimed.own);
  const own = within(piece, said.own);
  const isOne = (party: (typeof wanted)[number], other: (typeof wanted)[number]) =>
    isNameSaid(claim, party, {
      ...piece,
      text: piece.text.slice(other.start, other.end),
      parties: [other],
    });
  return wanted.some(
    (party) =>
      own.length > 0 &&
      !own.some((one) => isOne(party, one)) &&
      !own.some((one) => wanted.some((other) => isOne(other, one))) &&
      others.some(({ own: zone }) => within(piece, zone).some((one) => isOne(party, one))),
  );
}
