import { hasMixedWord } from './plain-text.js';

/** Letters of other scripts beside the Latin ones they are taken for. */
const TWINS: readonly (readonly [string, string])[] = [
  ['аɑα', 'a'],
  ['вβ', 'b'],
  ['сϲ', 'c'],
  ['ԁ', 'd'],
  ['еєε', 'e'],
  ['ɡ', 'g'],
  ['һн', 'h'],
  ['іιı', 'i'],
  ['ј', 'j'],
  ['кκ', 'k'],
  ['ӏ', 'l'],
  ['м', 'm'],
  ['ո', 'n'],
  ['оοօσ', 'o'],
  ['рρ', 'p'],
  ['ԛ', 'q'],
  ['ѕ', 's'],
  ['тτ', 't'],
  ['υս', 'u'],
  ['ѵν', 'v'],
  ['ԝω', 'w'],
  ['хχ', 'x'],
  ['уγ', 'y'],
];
const LATIN = new Map(TWINS.flatMap(([twins, letter]) => [...twins].map((twin) => [twin, letter])));
const INVISIBLE = /\u034f|[\p{Cf}\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/gu;

/** A text without disguise: compatibility forms folded, invisible characters gone, look-alike letters as Latin ones, lower case. */
export function unmasked(text: string): { readonly plain: string; readonly isDisguised: boolean } {
  const visible = text.normalize('NFKC').replace(INVISIBLE, '');
  const isMixed = hasMixedWord(visible);
  const isHidden = (text.match(INVISIBLE)?.length ?? 0) > HIDDEN_MOST;
  const lower = visible
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '');
  const latin = isMixed ? [...lower].map((letter) => LATIN.get(letter) ?? letter).join('') : lower;
  return { plain: latin.normalize('NFKC').replace(/\s+/gu, ' '), isDisguised: isMixed || isHidden };
}

/** Soft hyphens and joiners stand in honest texts, but not many in a sentence. */
const HIDDEN_MOST = 3;
