const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(${MONTHS.map((month) => (month === 'may' ? month : `${month.slice(0, 3)}(?:${month.slice(3)}|t)?`)).join('|')})\\b\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+${DAY}(?![\\d.]*\\d|%)`, 'gi');
const DAY_FIRST = new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH}`, 'gi');
const MONTH_AND_YEAR = new RegExp(`\\b${MONTH},?\\s+(?=\\d{4}\\b)`, 'gi');

const SCALES: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  mn: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
};
const SCALED = /\b(\d[\d,]*(?:\.\d+)?)[\s-]*(thousand|million|billion|trillion|mn|bn|tn)\b/gi;

const NUMBERS = [
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const NUMBER = new RegExp(`\\b(?:${NUMBERS.join('|')})\\b`, 'gi');

/**
 * A text with its facts in one spelling, so that "June 22nd, 1965", "22 Jun 1965" and "1965-06-22", "1.5 bn" and "1,500
 * million", "three" and "3" compare as equal: dates as day, month and year; figures without the word for their scale; number
 * words from two to twelve as digits ("one" is mostly no number). English.
 */
export function canonicalFacts(text: string): string {
  return text
    .replace(ISO_DATE, (whole, year: string, month: string, day: string) => {
      const name = MONTHS[Number(month) - 1];
      return name === undefined ? whole : `${Number(day)} ${name} ${year}`;
    })
    .replace(DAY_FIRST, (_, day: string, month: string) => `${Number(day)} ${monthOf(month)}`)
    .replace(MONTH_FIRST, (whole, month: string, day: string, at: number, all: string) =>
      /\d\s$/.test(all.slice(0, at)) ? whole : `${Number(day)} ${monthOf(month)}`,
    )
    .replace(MONTH_AND_YEAR, (_, month: string) => `${monthOf(month)} `)
    .replace(/(\d{1,2} [a-z]+),\s+(?=\d{4}\b)/g, '$1 ')
    .replace(SCALED, (_, figure: string, scale: string) =>
      scaled(figure.replaceAll(',', ''), SCALES[scale.toLowerCase()] ?? 0),
    )
    .replace(NUMBER, (word) => String(NUMBERS.indexOf(word.toLowerCase()) + 2));
}

function monthOf(name: string): string {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.find((month) => month.startsWith(start)) ?? name;
}

/** Shifts the point in decimal digits, so that nothing is rounded: "77.2" by 9 is "77200000000". */
function scaled(figure: string, digits: number): string {
  const [whole = '', fraction = ''] = figure.split('.');
  const shifted = whole + fraction.slice(0, digits).padEnd(digits, '0');
  const rest = fraction.slice(digits);
  return shifted.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
}
