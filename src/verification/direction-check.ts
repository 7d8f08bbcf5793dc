import { placeInRange } from '../analysis/figure-zones.js';
import { opposed } from './directions.js';
import { sameFigures } from './figure-check.js';
import { nearestClause } from './nearest-clause.js';
import { type StatedWord, type Statement, wordsWithin } from './statement.js';

/** Directions a sentence turns round: "rose" for "fell", "imports" for "exports", "from 5 to 9" for "from 9 to 5". */
export function directionFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const said = pieces.flatMap(({ words }) => words);
  return [
    ...new Set([
      ...turned(claim.words, said),
      ...claim.clauses.flatMap((clause) => {
        const own = wordsWithin(claim, clause);
        const nearest = nearestClause(own, pieces);
        return nearest === null ? [] : turned(own, nearest.words);
      }),
      ...turnedRanges(claim, pieces),
    ]),
  ];
}

function turned(claimed: readonly StatedWord[], said: readonly StatedWord[]): string[] {
  const stems = (words: readonly StatedWord[]) => words.map(({ stem }) => stem);
  const against = new Set([...opposed(stems(claimed), stems(said))]);
  return claimed
    .filter(({ stem }) => against.has(stem))
    .map(({ lower }) => `the quotes say the opposite of “${lower}”`);
}

/** The first figure of "from A to B" in the sentence is the second in the quotes, or the other way round. */
function turnedRanges(claim: Statement, pieces: readonly Statement[]): string[] {
  return claim.figures.flatMap((figure) => {
    const place = placeInRange(claim.text, figure);
    if (place === null) return [];
    const places = pieces.flatMap((piece) =>
      sameFigures(figure, piece).map((said) => placeInRange(piece.text, said)),
    );
    return places.length > 0 && places.every((one) => one !== null && one !== place)
      ? [`“${figure.text}” stands at the other end of its range in the quotes`]
      : [];
  });
}
