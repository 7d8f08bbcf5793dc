/** Currencies by the words and signs for them; words of several currencies stand for the commonest where nothing is said before. */
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'usd',
  us$: 'usd',
  a$: 'aud',
  c$: 'cad',
  nz$: 'nzd',
  hk$: 'hkd',
  r$: 'brl',
  '€': 'eur',
  '£': 'gbp',
  '¥': 'jpy',
  '₩': 'krw',
  dollar: 'usd',
  euro: 'eur',
  pound: 'gbp',
  yen: 'jpy',
  won: 'krw',
  yuan: 'cny',
  franc: 'franc',
  rupee: 'rupee',
  cent: 'cent',
};
/** Words before a currency that tell whose it is. */
const ISSUERS: Readonly<Record<string, string>> = {
  us: 'usd',
  american: 'usd',
  australian: 'aud',
  canadian: 'cad',
};

/** The currency that words or signs stand for ("US$", "Canadian dollars"); null where they stand for none. */
export function currencyOf(written: string, issuer?: string): string | null {
  const lower = written.toLowerCase();
  const currency = CURRENCIES[lower] ?? CURRENCIES[lower.replace(/s$/u, '')] ?? null;
  return currency === 'usd' && issuer !== undefined
    ? (ISSUERS[issuer.toLowerCase()] ?? currency)
    : currency;
}

/** Units of measure, each with the other words for it. */
const MEASURES: readonly string[] = [
  'year yr annum',
  'month',
  'week',
  'day',
  'hour hr h',
  'minute min',
  'second sec',
  'decade',
  'century centurie',
  'generation',
  'kilometre kilometer km',
  'metre meter m',
  'centimetre centimeter cm',
  'millimetre millimeter mm',
  'mile',
  'foot feet ft',
  'inch inche',
  'kilogram kilogramme kilo kg',
  'gram gramme g',
  'tonne',
  'ton',
  'hectare ha',
  'acre',
  'litre liter l',
  'gallon',
  'barrel',
  'degree',
  'knot',
  'watt w',
  'kilowatt kw',
  'megawatt mw',
  'gigawatt gw',
  'volt v',
  'hertz hz',
  'byte',
  'point',
];
const MEASURE_OF = new Map(
  MEASURES.flatMap((list) => {
    const [unit = '', ...others] = list.split(' ');
    return [unit, ...others].map((word): [string, string] => [word, unit]);
  }),
);

/** The unit of measure a word stands for; null where it is none. */
export function measureOf(word: string): string | null {
  const lower = word.toLowerCase();
  return MEASURE_OF.get(lower) ?? MEASURE_OF.get(lower.replace(/s$/u, '')) ?? null;
}
