import type { Span } from '../domain/span.js';

export type QuantityKind =
  | 'money'
  | 'percent'
  | 'date'
  | 'multiple'
  | 'ordinal'
  | 'duration'
  | 'count';

/** A figure in a text, with offsets into that text. */
export interface Quantity extends Span {
  readonly kind: QuantityKind;
  /** Exactly as written. */
  readonly text: string;
  /** The number meant, scale words included ("$77.2 billion" is 77.2e9); the year for a date; null where none is written. */
  readonly value: number | null;
  /** What is counted or the currency, lower case; empty where none is written. */
  readonly unit: string;
  /** Digits after the decimal point as written, for telling rounding from difference. */
  readonly decimals: number;
}

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const SCALE = '(?:hundred|thousand|million|billion|trillion)';
const CURRENCY =
  '(?:(?:US |Canadian |Australian )?dollars?|yen|won|euros?|pounds?|yuan|francs?|rupees?|cents?)';
const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|half|double|triple)';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)';
const YEAR = '(?:1\\d{3}|20\\d{2})';
const ORDINAL_WORD =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th))';
const UNIT_OF_TIME =
  '(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies))';

/** Words that follow a figure without being what is counted. */
const NO_UNIT =
  '(?!(?:in|on|at|of|or|and|as|by|to|for|from|with|than|that|which|while|is|are|was|were|have|has|had|over|between|after|before|during|who)\\b)';

/** In order of precedence: an earlier kind keeps the text it takes. */
const PATTERNS: readonly (readonly [QuantityKind, RegExp])[] = [
  [
    'money',
    new RegExp(`(?:US|C|A|NZ|HK|R)?[$€£¥₩]\\s?${NUMBER}(?:[\\s-]?${SCALE}|[mb]n?\\b)?`, 'giu'),
  ],
  [
    'money',
    new RegExp(`\\b(?:${NUMBER}|${NUMBER_WORD})(?:[\\s-]${SCALE})?\\s${CURRENCY}\\b`, 'giu'),
  ],
  [
    'percent',
    new RegExp(`\\b${NUMBER}\\s?(?:%|percent(?:age points?)?\\b|per cent\\b|pp\\b)`, 'giu'),
  ],
  ['multiple', new RegExp(`\\b(?:${NUMBER}|${NUMBER_WORD})(?:[-\\s]?fold|\\s?times)\\b`, 'giu')],
  [
    'date',
    new RegExp(
      `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?)?${MONTH}(?:\\s\\d{1,2}(?:st|nd|rd|th)?)?(?:,?\\s(?:of\\s)?${YEAR})?\\b`,
      'gu',
    ),
  ],
  ['date', /\b(?:19|20|18|17)\d0s\b/gu],
  [
    'duration',
    new RegExp(`\\b(?:${NUMBER}|${NUMBER_WORD})(?:[\\s-]${SCALE})?[\\s-]${UNIT_OF_TIME}\\b`, 'giu'),
  ],
  ['date', new RegExp(`(?<![\\d.,$€£¥₩])${YEAR}(?![\\d%]|[.,]\\d)`, 'gu')],
  [
    'ordinal',
    new RegExp(
      `\\b${ORDINAL_WORD}(?:[-\\s](?:largest|biggest|highest|smallest|lowest|most|longest|place|place[sd]|richest|greatest|oldest|best|ranked))?\\b`,
      'giu',
    ),
  ],
  [
    'count',
    new RegExp(
      `(?<![\\p{L}\\d.$€£¥₩-])${NUMBER}(?:[\\s-]${SCALE})?(?:\\s${NO_UNIT}(?:square\\s)?\\p{Ll}[\\p{L}-]+)?`,
      'gu',
    ),
  ],
  [
    'count',
    new RegExp(`\\b${NUMBER_WORD}(?:[\\s-]${SCALE})?\\s${NO_UNIT}\\p{Ll}[\\p{L}-]+`, 'giu'),
  ],
];

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
};

const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat([
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
      ['double', 2],
      ['triple', 3],
      ['half', 0.5],
      ...'first second third fourth fifth sixth seventh eighth ninth tenth'
        .split(' ')
        .map((word, place) => [word, place + 1] as const),
    ]),
);

/** The figures of a text, in order, without overlap. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ kind, start, end, text: match[0], ...measure(kind, match[0]) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function measure(kind: QuantityKind, text: string): Pick<Quantity, 'value' | 'unit' | 'decimals'> {
  const lower = text.toLowerCase();
  if (kind === 'date') {
    const year = /\d{4}/.exec(lower)?.[0];
    return { value: year === undefined ? null : Number(year), unit: '', decimals: 0 };
  }
  const digits = /\d+(?:,\d{3})*(?:\.\d+)?/.exec(lower)?.[0].replace(/,/g, '');
  const word = lower.split(/[\s-]/).find((part) => part in NUMBER_WORDS);
  const base =
    digits !== undefined ? Number(digits) : word !== undefined ? NUMBER_WORDS[word] : null;
  const scale = lower.match(
    /(?:[\s-]|\d)(hundred|thousand|million|billion|trillion|[mb]n?)\b/,
  )?.[1];
  return {
    value:
      base === null || base === undefined
        ? null
        : base * (scale === undefined ? 1 : (SCALES[scale] ?? 1)),
    unit: unitOf(kind, lower),
    decimals: digits?.split('.')[1]?.length ?? 0,
  };
}

function unitOf(kind: QuantityKind, lower: string): string {
  if (kind === 'percent') return '%';
  if (kind === 'money') {
    return /[$€£¥₩]/.exec(lower)?.[0] ?? CURRENCY_SIGNS[/[a-z]+$/.exec(lower)?.[0] ?? ''] ?? '';
  }
  if (kind === 'count' || kind === 'duration') {
    const last = /([\p{L}-]+)$/u.exec(lower)?.[1] ?? '';
    return last in SCALES ? '' : last;
  }
  return '';
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  yen: '¥',
  won: '₩',
  euro: '€',
  euros: '€',
  pound: '£',
  pounds: '£',
};
