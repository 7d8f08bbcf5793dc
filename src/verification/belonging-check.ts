import { zonesOf } from '../analysis/figure-zones.js';
import { isImplied } from '../analysis/stated-dates.js';
import type { Span } from '../domain/span.js';
import { isDateSaid } from './date-check.js';
import { sameFigures } from './figure-check.js';
import { isNameSaid } from './name-check.js';
import type { StatedFigure } from './stated-figures.js';
import { type Statement, wordsWithin } from './statement.js';

/**
 * Figures that a sentence gives to another owner than its quotes do: a clause whose figures, dates and names no single
 * piece of evidence holds together, and a figure whose words stand, in the quote, with another figure.
 */
export function belongingFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  return [...joinedClauses(claim, pieces), ...strangeFigures(claim, pieces)];
}

const PRONOUN = /\b(?:it|they|he|she|this|these|those|its|their)\b/iu;

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

function surroundingsOf({ text, figures, clauses }: Statement): Surroundings[] {
  return clauses.flatMap((clause) => {
    const own = figures.filter((figure) => isWithin(figure, clause));
    const shift = ({ start, end }: Span, by: number) => ({ start: start + by, end: end + by });
    const zones = zonesOf(
      text.slice(clause.start, clause.end),
      own.map((figure) => shift(figure, -clause.start)),
    );
    return own.flatMap((figure, which) => {
      const zone = zones[which];
      return zone === undefined
        ? []
        : [
            {
              figure,
              own: shift(zone.own, clause.start),
              clause: shift(zone.clause, clause.start),
            },
          ];
    });
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
      hasOnlyOtherWords(claim, claimed, piece, said, others) ||
      hasOtherDate(claim, claimed, piece, said, others) ||
      hasOtherParty(claim, claimed, piece, said, others))
  );
}

/** More of the telling words of the claim's clause stand in the clause of another figure alone than in that of this one. */
function hasOtherWords(
  claim: Statement,
  claimed: Surroundings,
  piece: Statement,
  said: Surroundings,
  others: readonly Surroundings[],
): boolean {
  const wanted = [...tellingStems(claim, claimed.clause)];
  // A pronoun stands for what was said before, so its words are no stranger to the clause.
  if (PRONOUN.test(piece.text.slice(said.clause.start, said.clause.end))) return false;
  const own = tellingStems(piece, said.clause);
  const isNamed = piece.parties.some(
    (party) => isWithin(party, said.clause) && party.terms.some((term) => wanted.includes(term)),
  );
  return others
    .filter(({ clause }) => clause.start !== said.clause.start)
    .map(({ clause }) => tellingStems(piece, clause))
    .some((rival) => {
      const elsewhere = wanted.filter((stem) => rival.has(stem) && !own.has(stem)).length;
      const here = wanted.filter((stem) => own.has(stem) && !rival.has(stem)).length;
      return elsewhere > here && !(isNamed && here > 0);
    });
}

/** What the figure has to itself in the piece is not in the claim, what another figure has to itself is. */
function hasOnlyOtherWords(
  claim: Statement,
  claimed: Surroundings,
  piece: Statement,
  said: Surroundings,
  others: readonly Surroundings[],
): boolean {
  const wanted = [...tellingStems(claim, claimed.own)];
  const own = tellingStems(piece, said.own);
  return others
    .filter(({ figure }) => !claim.figures.some((one) => one.value === figure.value))
    .map((other) => tellingStems(piece, other.own))
    .some((rival) => {
      const [mine, theirs] = [without(own, rival), without(rival, own)];
      return (
        mine.length > 0 &&
        !wanted.some((stem) => mine.includes(stem)) &&
        wanted.some((stem) => theirs.includes(stem))
      );
    });
}

function tellingStems(statement: Statement, span: Span): Set<string> {
  return new Set(
    wordsWithin(statement, span).flatMap(({ stem, isTelling }) => (isTelling ? [stem] : [])),
  );
}

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((stem) => !others.has(stem));
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
  const isPlace = ({ place }: (typeof wanted)[number]) => place !== null;
  return wanted.some((party) => {
    const rivals = own.filter((one) => isPlace(one) === isPlace(party));
    return (
      !rivals.some((one) => isOne(party, one)) &&
      rivals.some((one) => !wanted.some((other) => isOne(other, one))) &&
      others.some(({ own: zone }) => within(piece, zone).some((one) => isOne(party, one)))
    );
  });
}
