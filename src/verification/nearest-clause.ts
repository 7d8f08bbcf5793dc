import { akin } from '../analysis/akin.js';
import { type StatedWord, type Statement, wordsWithin } from './statement.js';

/** A clause of a piece of evidence. */
export interface NearClause {
  readonly piece: Statement;
  readonly words: readonly StatedWord[];
  /** How many telling words of the other clause it holds. */
  readonly shared: number;
}

/** The clause of the evidence that shares most telling words and figures with a clause; null where none shares any. */
export function nearestClause(
  own: readonly StatedWord[],
  pieces: readonly Statement[],
): NearClause | null {
  const wanted = own.filter(({ isTelling, lower }) => isTelling || /^\p{N}/u.test(lower));
  let best: NearClause | null = null;
  for (const piece of pieces) {
    for (const clause of piece.clauses) {
      const words = wordsWithin(piece, clause);
      const shared = wanted.filter(({ stem }) => words.some((one) => akin(one.stem, stem))).length;
      if (shared > (best?.shared ?? 0)) best = { piece, words, shared };
    }
  }
  return best;
}
