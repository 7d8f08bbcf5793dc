import { table } from '../eval/report/table.js';
import type { Figure, Goal, Unit } from './figure.js';
import type { Ratio } from './ratio.js';

const HEADINGS = ['', 'median', 'p95', 'p99', 'repeats', 'beside', 'median', 'ratio', 'goal'];

/** Figures as a table, one row each. */
export function figuresText(figures: readonly Figure[]): string {
  return table([HEADINGS, ...figures.map(row)]);
}

function row(figure: Figure): string[] {
  const { name, unit, beside, besideSpread, ratio, goal, reached } = figure;
  const value = (amount: number | null | undefined) => valueText(amount, unit);
  return [
    name,
    value(figure.median),
    value(figure.p95),
    value(figure.p99),
    String(figure.repeats),
    beside?.name ?? '',
    besideSpread === null ? '' : value(besideSpread.median),
    ratio === null ? '' : ratioText(ratio),
    goal === undefined ? '' : `${goalText(goal, unit)}: ${reached ? 'reached' : 'missed'}`,
  ];
}

/** A value with its unit; `-` where there is none. */
export function valueText(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '-';
  if (unit === 'share') return value.toFixed(4);
  if (unit === 'perSecond') return `${significant(value)}/s`;
  if (unit === 'bytes') return `${significant(value / 1_000_000)} MB`;
  return `${significant(value)} ms`;
}

function ratioText({ value, low, high }: Ratio): string {
  const range = low === null || high === null ? '' : ` (${significant(low)}-${significant(high)})`;
  return `${significant(value)}${range}`;
}

function goalText({ of, bound, limit }: Goal, unit: Unit): string {
  return `${bound === 'atMost' ? '<=' : '>='} ${of === 'ratio' ? limit : valueText(limit, unit)}`;
}

/** Three significant digits, without an exponent. */
function significant(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
