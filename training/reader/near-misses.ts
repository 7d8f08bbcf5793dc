import { findNames } from '../../src/analysis/names.js';

/** Words of which one in a question's place turns it into another question. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['first', 'last'],
  ['largest', 'smallest'],
  ['biggest', 'smallest'],
  ['highest', 'lowest'],
  ['oldest', 'youngest'],
  ['most', 'least'],
  ['more', 'fewer'],
  ['before', 'after'],
  ['north', 'south'],
  ['northern', 'southern'],
  ['east', 'west'],
  ['eastern', 'western'],
  ['increase', 'decrease'],
  ['increased', 'decreased'],
  ['rise', 'fall'],
  ['rose', 'fell'],
  ['grow', 'shrink'],
  ['gain', 'lose'],
  ['won', 'lost'],
  ['win', 'lose'],
  ['begin', 'end'],
  ['began', 'ended'],
  ['start', 'finish'],
  ['started', 'stopped'],
  ['open', 'close'],
  ['opened', 'closed'],
  ['founded', 'dissolved'],
  ['built', 'demolished'],
  ['born', 'buried'],
  ['male', 'female'],
  ['men', 'women'],
  ['boys', 'girls'],
  ['export', 'import'],
  ['exports', 'imports'],
  ['exported', 'imported'],
  ['buy', 'sell'],
  ['bought', 'sold'],
  ['support', 'oppose'],
  ['supported', 'opposed'],
  ['accepted', 'rejected'],
  ['allowed', 'banned'],
  ['early', 'late'],
  ['cause', 'prevent'],
  ['causes', 'prevents'],
  ['domestic', 'foreign'],
  ['public', 'private'],
  ['urban', 'rural'],
  ['summer', 'winter'],
  ['advantages', 'disadvantages'],
  ['similar', 'different'],
  ['minimum', 'maximum'],
  ['above', 'below'],
  ['inside', 'outside'],
  ['top', 'bottom'],
  ['joined', 'left'],
  ['married', 'divorced'],
  ['income', 'debt'],
];
const OPPOSITE = new Map(OPPOSITES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

/** A source of numbers in [0, 1) that is the same every time. */
export type Chance = () => number;

/** The question with one of its words turned into its opposite; null where none has one. */
export function withOpposite(question: string, chance: Chance): string | null {
  const places = [...question.matchAll(/\p{L}+/gu)].filter(({ 0: word }) =>
    OPPOSITE.has(word.toLowerCase()),
  );
  const place = pick(places, chance);
  if (place === undefined) return null;
  return replaced(question, place.index, place[0], OPPOSITE.get(place[0].toLowerCase()) ?? '');
}

/** The question about another year than the one it names; null where it names none. `near` texts do not hold the new year. */
export function withOtherYear(question: string, near: string, chance: Chance): string | null {
  const place = pick([...question.matchAll(/\b(?:1[5-9]|20)\d\d\b/g)], chance);
  if (place === undefined) return null;
  const year = Number(place[0]);
  for (let attempt = 0; attempt < 20; attempt++) {
    const far = 1 + Math.floor(chance() ** 2 * 40);
    const other = String(chance() < 0.5 ? year - far : year + far);
    if (!near.includes(other)) return replaced(question, place.index, place[0], other);
  }
  return null;
}

/** The question about another name: one of `names` that stands neither in it nor in `forbidden`; null where it names nothing. */
export function withOtherName(
  question: string,
  names: readonly string[],
  forbidden: string,
  chance: Chance,
): string | null {
  const place = pick(
    findNames(question).filter(({ start }) => start > 0),
    chance,
  );
  if (place === undefined) return null;
  const isFit = (name: string) =>
    !forbidden.includes(name) &&
    !question.includes(name) &&
    !place.text.includes(name) &&
    name.length > 2 &&
    Math.abs(name.split(' ').length - place.text.split(' ').length) <= 1;
  const other = pick(names.filter(isFit), chance);
  return other === undefined ? null : replaced(question, place.start, place.text, other);
}

/** The question with two neighbouring letters of a longer word swapped, or one left out. */
export function withTypo(question: string, chance: Chance): string {
  const place = pick([...question.matchAll(/\p{L}{5,}/gu)], chance);
  if (place === undefined) return question;
  const [word] = place;
  const at = 1 + Math.floor(chance() * (word.length - 3));
  const wrong =
    chance() < 0.5
      ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      : word.slice(0, at) + word.slice(at + 1);
  return replaced(question, place.index, word, wrong);
}

/** Xorshift (Marsaglia 2003) seeded by a text's characters. */
export function chanceOf(seed: string): Chance {
  let state = 2463534242;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  if (state === 0) state = 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

export function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[Math.floor(chance() * from.length)];
}

function replaced(text: string, at: number, old: string, by: string): string {
  return text.slice(0, at) + by + text.slice(at + old.length);
}
