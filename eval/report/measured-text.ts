import type { MeasuredLine } from '../import/measured-lines.js';
import { table } from './table.js';

const FORMATS: Readonly<Record<MeasuredLine['unit'], (value: number) => string>> = {
  share: (value) => `${(value * 100).toFixed(1)} %`,
  score: (value) => value.toFixed(4),
  ms: (value) => `${value.toFixed(1)} ms`,
};

/** Figures as a table for a terminal: a dash where nothing was measured. */
export function measuredText(lines: readonly MeasuredLine[]): string {
  return table([
    ['figure', 'value', '95 % interval', 'n'],
    ...lines.map(({ label, unit, value, low, high, count }) => [
      label,
      value === null ? '–' : FORMATS[unit](value),
      low === null || high === null ? '' : `[${FORMATS[unit](low)}, ${FORMATS[unit](high)}]`,
      String(count),
    ]),
  ]);
}
