import { findNames } from '../../src/analysis/names.js';
import type { Pair } from './pairs.js';

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';
/** Verbs after which "not" may stand, each with its denial. */
const DENIALS: readonly (readonly [RegExp, string])[] = [
  [/\bis\b/u, 'is not'],
  [/\bare\b/u, 'are not'],
  [/\bwas\b/u, 'was not'],
  [/\bwere\b/u, 'were not'],
  [/\bwill\b/u, 'will not'],
  [/\bcan\b/u, 'cannot'],
  [/\bhas\b/u, 'has not'],
  [/\bneeds\b/u, 'does not need'],
  [/\bgrew\b/u, 'did not grow'],
  [/\brose\b/u, 'did not rise'],
  [/\bfell\b/u, 'did not fall'],
  [/\bcame\b/u, 'did not come'],
  [/\bsaid\b/u, 'did not say'],
  [/\bstated\b/u, 'did not state'],
  [/\bspent\b/u, 'did not spend'],
  [/\breceived\b/u, 'did not receive'],
];
const ADDITIONS = [
  ', which experts consider a historic mistake',
  ', according to the World Health Organization',
  ' and led to a sharp fall in unemployment',
  ' after heavy lobbying by the banks',
  ', although the parliament later voted against it',
];

/** Further pairs from true sentences: the same said otherwise, and made false by one change. */
export function ruleMade(pairs: readonly Pair[]): Pair[] {
  const names = [
    ...new Set(pairs.flatMap(({ quotes }) => quotes.flatMap(({ quote }) => namesOf(quote)))),
  ];
  return pairs
    .filter(({ kind }) => kind === 'true')
    .flatMap((pair, which) => [
      ...sameOtherwise(pair.text).map((text) => made(pair, text, 'true')),
      ...madeFalse(pair, which, names),
    ])
    .filter((pair) => !pairs.some(({ text }) => text === pair.text));
}

function made(pair: Pair, text: string, kind: string): Pair {
  return { ...pair, text, kind, origin: 'rule' };
}

/** Figures and dates written otherwise, and what opens with a time closing with it. */
function sameOtherwise(text: string): string[] {
  const rewritten = [
    text.replace(/\$(\d[\d.,]*) (million|billion|trillion)\b/gu, '$1 $2 dollars'),
    text.replace(/(\d[\d.]*)\s?%/gu, '$1 per cent'),
    text.replace(
      /\b(\d{1,2})(?= (?:years|months|members|days|weeks|votes|knots|cottages|tonnes)\b)/gu,
      (digits) => NUMBER_WORDS[Number(digits)] ?? digits,
    ),
    text.replace(
      new RegExp(`\\b(\\d{1,2}) (${MONTHS})\\b(?: (\\d{4}))?`, 'gu'),
      (_, day, month, year) =>
        year === undefined ? `${month} ${day}` : `${month} ${day}, ${year}`,
    ),
    text.replace(/\b(\d{1,3}),(\d{3})\b/gu, '$1$2'),
    text.replace(
      /^(In \d{4}|As of \d{4}),? (.+)\.$/u,
      (_, time: string, rest: string) =>
        `${capital(rest)} ${time[0]?.toLowerCase()}${time.slice(1)}.`,
    ),
  ];
  return [...new Set(rewritten)].filter((one) => one !== text);
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

function madeFalse(pair: Pair, which: number, names: readonly string[]): Pair[] {
  const { text } = pair;
  const found: [string, string | undefined][] = [
    [
      'figure',
      text.replace(/\d+(?=\D*$)/u, (digits) =>
        String(Number(digits) + 1 + (which % 7)).padStart(digits.length, '0'),
      ),
    ],
    ['negation', denied(text)],
    ['name', otherName(pair, which, names)],
    ['addition', text.replace(/\.$/u, `${ADDITIONS[which % ADDITIONS.length]}.`)],
    ['role', swappedNames(text)],
  ];
  return found.flatMap(([kind, changed]) =>
    changed === undefined || changed === text ? [] : [made(pair, changed, kind)],
  );
}

function denied(text: string): string | undefined {
  if (/\b(?:not|never|no)\b/u.test(text)) return undefined;
  const verb = DENIALS.find(([pattern]) => pattern.test(text));
  return verb === undefined ? undefined : text.replace(verb[0], verb[1]);
}

function namesOf(text: string): string[] {
  return findNames(text)
    .map(({ text: name }) => name)
    .filter((name) => /^\p{L}+ \p{L}+$/u.test(name));
}

/** A name of two words for another that the quotes do not hold. */
function otherName(
  { text, quotes }: Pair,
  which: number,
  names: readonly string[],
): string | undefined {
  const [own] = namesOf(text);
  const strange = names.filter((name) => !quotes.some(({ quote }) => quote.includes(name)));
  const other = strange[which % Math.max(1, strange.length)];
  return own === undefined || other === undefined ? undefined : text.replace(own, other);
}

/** The two names of a sentence, one in the place of the other, where a verb stands between them. */
function swappedNames(text: string): string | undefined {
  const [first, second, ...more] = findNames(text);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const between = text.slice(first.end, second.start);
  if (!/\s\p{Ll}+(?:s|ed|t)\s.*\b(?:from|to|by|on|in|than)\b/u.test(between)) return undefined;
  return `${text.slice(0, first.start)}${second.text}${between}${first.text}${text.slice(second.end)}`;
}
