import type { Figure } from '../figures.js';
import type { Measured } from '../summarise.js';

/** A figure as a person reads it: shares in per cent, a dash where nothing was measured. */
export function formatValue(value: number | null, unit: Figure['unit']): string {
  if (value === null) return '–';
  return unit === 'share' ? (value * 100).toFixed(1) : value.toFixed(1);
}

/** The interval of a figure, `[low, high]`; empty without one. */
export function formatInterval({ low, high }: Measured, unit: Figure['unit']): string {
  return low === null || high === null
    ? ''
    : `[${formatValue(low, unit)}, ${formatValue(high, unit)}]`;
}

const UNITS: Readonly<Record<Figure['unit'], string>> = { share: ' %', words: ' words', ms: ' ms' };

/** A figure with its unit: `93.1 %`, `48.0 ms`. */
export function formatWithUnit(value: number | null, unit: Figure['unit']): string {
  return value === null ? formatValue(value, unit) : `${formatValue(value, unit)}${UNITS[unit]}`;
}
