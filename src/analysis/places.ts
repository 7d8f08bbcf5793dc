import type { Span } from '../domain/span.js';
import { bare, isPlainPlaceName, type PlaceCode, placeNames } from './place-names.js';

/** A country or continent named in a text, by its name, its adjective or its capital; offsets into the text. */
export interface Place extends Span {
  readonly text: string;
  /** One, or several where the name leaves open which is meant. */
  readonly codes: ReadonlySet<PlaceCode>;
}

const WORD = /[\p{L}\p{M}]+(?:\.[\p{L}]\b\.?)*/gu;
const LONGEST_NAME_WORDS = 4;
/** After an adjective, what makes it a unit rather than a place. */
const UNIT =
  /^\s(?:dollars?|pounds?|francs?|crowns?|krone[rn]?|rupees?|won|yen|tons?|gallons?|feet)\b/iu;

/** The places of a text, in order, the longest name at each position. A text without capitals is read as if it had them. */
export function findPlaces(text: string): Place[] {
  const known = placeNames();
  const words = [...text.matchAll(WORD)];
  const hasCapitals = /\p{Lu}/u.test(text);
  const places: Place[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let count = Math.min(LONGEST_NAME_WORDS, words.length - at); count > 0; count--) {
      const first = words[at];
      const last = words[at + count - 1];
      if (first === undefined || last === undefined) continue;
      if (hasCapitals && !/^\p{Lu}/u.test(first[0])) break;
      const [start, end] = [first.index, last.index + last[0].length];
      const written = text.slice(start, end);
      const name = bare(written);
      const codes = known.get(name);
      if (codes === undefined || isOther(written, name, hasCapitals) || UNIT.test(text.slice(end)))
        continue;
      places.push({ start, end, text: written, codes });
      at += count - 1;
      break;
    }
  }
  return places;
}

/** "us" and "Us" are pronouns, "US" a country; some names are common words. */
function isOther(written: string, name: string, hasCapitals: boolean): boolean {
  if (name.length <= 3 && hasCapitals) return written.replaceAll('.', '') !== name.toUpperCase();
  return !hasCapitals && (name.length <= 2 || !isPlainPlaceName(name));
}

/** Whether two names may stand for one place. */
export function isSamePlace(a: Place, b: Place): boolean {
  return [...a.codes].some((code) => b.codes.has(code));
}
