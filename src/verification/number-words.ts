const SMALL = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, place): [string, number] => [word, 20 + 10 * place]),
);
const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, place): [string, number] => [word, place + 1]),
);
const SCALES = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:doubl(?:e|es|ed|ing)|twice|twofold)$/u, 2],
  [/^(?:trebl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|thrice|threefold)$/u, 3],
  [/^(?:quadrupl(?:e|es|ed|ing)|fourfold)$/u, 4],
  [/^(?:halv(?:e|es|ed|ing))$/u, 0.5],
];

/** A number written in words, and how many of the words it takes. */
export interface WrittenNumber {
  readonly value: number;
  readonly length: number;
}

/** How much a word multiplies the number before it ("million"); null where it does not. */
export function scaleOf(word: string): number | null {
  return SCALES.get(word) ?? SCALES.get(word.replace(/s$/u, '')) ?? null;
}

/** The place in an order that a word tells ("third" is 3); null where it tells none. */
export function ordinalOf(word: string): number | null {
  return ORDINALS.get(word) ?? null;
}

/** How many times a word says ("doubled" is 2); null where it says nothing of the kind. */
export function multipleOf(word: string): number | null {
  return MULTIPLES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** The number that words from the first on spell ("twenty", "-", "five", "thousand"); null where they spell none. */
export function spelledNumber(words: readonly string[]): WrittenNumber | null {
  let total = 0;
  let current: number | null = null;
  let length = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if ((word === '-' || word === 'and') && current !== null) {
      if (!isNumberWord(words[at + 1] ?? '') || (word === 'and' && current < 100)) break;
      continue;
    }
    const scale = SCALES.get(word);
    const opens = current === null && at === 0 && (word === 'a' || word === 'an');
    if (opens && SCALES.has(words[1] ?? '')) current = 1;
    else if (scale !== undefined && current !== null) {
      if (scale >= 1e3) {
        total += current * scale;
        current = 0;
      } else current *= scale;
    } else {
      const value = SMALL.get(word) ?? TENS.get(word);
      if (value === undefined || (current !== null && !follows(current, value))) break;
      current = (current ?? 0) + value;
    }
    length = at + 1;
  }
  return current === null ? null : { value: total + current, length };
}

/** "five" goes on after "twenty" and after "hundred", "twenty" after "hundred". */
function follows(current: number, value: number): boolean {
  return value < 10
    ? current % 10 === 0 && current % 100 !== 10 && (current === 0 || current >= 20)
    : current % 100 === 0;
}

function isNumberWord(word: string): boolean {
  return SMALL.has(word) || TENS.has(word) || SCALES.has(word);
}
