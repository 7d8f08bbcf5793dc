/** A place in an order: "the largest", "third-largest", "the second treaty". */
export interface Rank {
  /** From 1; -1 for the last. */
  readonly place: number;
  /** Whether a superlative says what is ordered, and which: "largest"; null for a bare ordinal. */
  readonly by: string | null;
  /** Of a bare ordinal: the word after it, as written; empty where none follows. */
  readonly of: string;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const NO_SUPERLATIVE =
  'arrest|behest|conquest|contest|crest|digest|forest|guest|harvest|honest|interest|invest|modest|nest|pest|priest|protest|quest|request|rest|suggest|test|vest|west|latest|dearest|midwest|northwest|southwest|manifest';
const RANK = new RegExp(
  String.raw`\b(?:(${ORDINALS.join('|')}|\d{1,3}(?:st|nd|rd|th)|last)(?:[-\s]+|\b))?(?:((?!(?:${NO_SUPERLATIVE})\b)[a-z]{2,}est|(?<=\bthe\s)(?:most|least)\s[a-z]+|worst)\b)?(?=(?:\s+([a-z]+))?)`,
  'giu',
);
/** Stretches of time and counts, fractions and days of a month rather than places in an order. */
const NO_ORDER =
  /^last (?:\w*(?:year|month|week|decade|night|day|time|centur)\w*|one|two|three|four|five|six|seven|eight|nine|ten|few|several|$)|^\S+ (?:of|centur\w*|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;
const SAME: readonly (readonly string[])[] = [
  ['largest', 'biggest', 'greatest'],
  ['highest', 'tallest'],
  ['oldest', 'earliest', 'eldest'],
];
const OPPOSITE: readonly (readonly [string, string])[] = [
  ['largest', 'smallest'],
  ['highest', 'lowest'],
  ['oldest', 'youngest'],
  ['oldest', 'newest'],
  ['longest', 'shortest'],
  ['best', 'worst'],
  ['richest', 'poorest'],
  ['fastest', 'slowest'],
  ['strongest', 'weakest'],
  ['hottest', 'coldest'],
];

/** The places in an order that a text names. */
export function ranksIn(text: string): Rank[] {
  return [...text.matchAll(RANK)].flatMap(([all, ordinal, superlative, next = '']): Rank[] => {
    const of = next.toLowerCase();
    if (all.trim() === '' || (superlative === undefined && NO_ORDER.test(`${ordinal} ${of}`)))
      return [];
    const by = superlative === undefined ? null : plain(superlative.toLowerCase());
    return [{ place: ordinal === undefined ? 1 : placeOf(ordinal.toLowerCase()), by, of }];
  });
}

/** How far what a text names is from the rank wanted: 0 the same, 1 another or the opposite, between where it names none. */
export function rankDistance(wanted: Rank, named: readonly Rank[]): number {
  const alike = named.filter(({ by, of }) =>
    wanted.by === null ? by === null && of === wanted.of : by === wanted.by,
  );
  if (alike.some(({ place }) => place === wanted.place)) return 0;
  if (alike.length > 0) return 1;
  const areOpposite = (a: string, b: string) =>
    OPPOSITE.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
  if (named.some(({ by }) => by !== null && wanted.by !== null && areOpposite(by, wanted.by)))
    return 1;
  return 0.5;
}

function plain(superlative: string): string {
  return (
    SAME.find((group) => group.includes(superlative))?.[0] ?? superlative.replace(/\s+/gu, ' ')
  );
}

function placeOf(ordinal: string): number {
  if (ordinal === 'last') return -1;
  const written = ORDINALS.indexOf(ordinal);
  return written === -1 ? Number.parseInt(ordinal, 10) : written + 1;
}
