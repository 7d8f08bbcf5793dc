import { boundBefore, type FigureBound } from '../analysis/figure-bound.js';
import type { Quantity } from '../analysis/quantities.js';
import type { Span } from '../domain/span.js';

/** Estimates this near to each other, as a share of the larger, agree. */
const ESTIMATE = 0.05;

/** A figure with the words before it that belong to its meaning ("more than 70 billion"); offsets into the text. */
export interface QualifiedFigure extends Span {
  readonly quantity: Quantity;
  readonly bound: FigureBound;
  /** Verbatim, qualifier included. */
  readonly text: string;
}

/** Takes the qualifier before a figure with it. */
export function qualified(text: string, quantity: Quantity): QualifiedFigure {
  const found = boundBefore(text, quantity.start);
  const { start, bound } = found ?? { start: quantity.start, bound: null };
  return { quantity, bound, start, end: quantity.end, text: text.slice(start, quantity.end) };
}

/** How two figures that are not the same go together. */
export function relation(
  a: QualifiedFigure,
  b: QualifiedFigure,
): 'rounded' | 'bounded' | 'different' {
  if (agreesWhenRounded(a.quantity, b.quantity)) return 'rounded';
  const [x, y] = [a.quantity.value ?? Number.NaN, b.quantity.value ?? Number.NaN];
  if (a.bound === 'about' || b.bound === 'about')
    return Math.abs(x - y) <= ESTIMATE * Math.max(x, y) ? 'bounded' : 'different';
  const keeps = (bound: FigureBound, limit: number, value: number) =>
    (bound === 'least' && value >= limit) || (bound === 'most' && value <= limit);
  return keeps(a.bound, x, y) || keeps(b.bound, y, x) ? 'bounded' : 'different';
}

/** Whether two figures are the same once the more precise is written with the digits of the other. */
export function agreesWhenRounded(a: Quantity, b: Quantity): boolean {
  if (a.value === null || b.value === null || a.kind === 'ordinal' || b.kind === 'ordinal')
    return false;
  const step = Math.max(stepOf(a), stepOf(b));
  return Math.abs(a.value - b.value) <= step / 2 + step * 1e-9;
}

/** The worth of the last digit written: 0.1 for "31.6 %", 1e8 for "$77.2 billion". */
function stepOf({ value, decimals, text }: Quantity): number {
  const digits = Number(/\d+(?:,\d{3})*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, '') ?? 0);
  const scale = digits === 0 || value === null ? 1 : value / digits;
  return scale * 10 ** -decimals;
}

/** Figures of one kind and unit; a large bare figure ("70 billion") may be an amount whose currency was said before. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'ordinal' && b.kind === 'ordinal')
    return superlativeOf(a.text) === superlativeOf(b.text);
  if (a.kind === b.kind && a.unit === b.unit) return true;
  if (a.kind === 'count' && b.kind === 'count') return a.unit === '' || b.unit === '';
  const [money, bare] = a.kind === 'money' ? [a, b] : [b, a];
  return (
    money.kind === 'money' && bare.kind === 'count' && bare.unit === '' && (bare.value ?? 0) >= 1e6
  );
}

function superlativeOf(text: string): string {
  return /[-\s](\p{L}+)$/u.exec(text.toLowerCase())?.[1] ?? '';
}
