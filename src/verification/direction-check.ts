import { akin } from '../analysis/akin.js';
import { placeInRange } from '../analysis/figure-zones.js';
import { isSaidOtherwise, opposed } from './directions.js';
import { sameFigures } from './figure-check.js';
import type { StatedWord, Statement } from './statement.js';

/** Words after one that tells a direction which say what goes that way. */
const REACH = 4;

/** Directions a sentence turns round: "rose" for "fell", "imports" for "exports", "from 5 to 9" for "from 9 to 5". */
export function directionFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  return [
    ...new Set([
      ...turned(claim, pieces),
      ...pieces.flatMap((piece) => exchanged(claim, piece)),
      ...turnedRanges(claim, pieces),
    ]),
  ];
}

/** Words whose opposite the quotes say and whose own direction they do not. */
function turned({ words }: Statement, pieces: readonly Statement[]): string[] {
  const said = pieces.flatMap((piece) => piece.words.map(({ stem }) => stem));
  const against = new Set(
    opposed(
      words.map(({ stem }) => stem),
      said,
    ),
  );
  return words.filter(({ stem }) => against.has(stem)).map(opposite);
}

function opposite({ lower }: StatedWord): string {
  return `the quotes say the opposite of “${lower}”`;
}

/** Words of both directions stand in the quote; what follows the word in the sentence follows its opposite there. */
function exchanged(claim: Statement, piece: Statement): string[] {
  return claim.words
    .filter((word) => {
      const after = following(claim, word);
      const likeness = (is: (said: StatedWord) => boolean) =>
        Math.max(
          -1,
          ...piece.words
            .filter(is)
            .map((said) => following(piece, said))
            .map(
              (others) => after.filter((one) => others.some((other) => akin(one, other))).length,
            ),
        );
      const own = likeness(({ stem }) => isSaidOtherwise(word.stem, [stem]));
      return own >= 0 && likeness(({ stem }) => opposed([word.stem], [stem]).length > 0) > own;
    })
    .map(opposite);
}

function following({ words }: Statement, { end }: StatedWord): string[] {
  return words
    .filter((word) => word.start >= end && (word.isTelling || /^\p{N}/u.test(word.lower)))
    .slice(0, REACH)
    .map(({ stem }) => stem);
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
