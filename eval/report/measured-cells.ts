import type { MeasuredLine } from '../import/measured-lines.js';

const FORMATS: Readonly<Record<MeasuredLine['unit'], (value: number) => string>> = {
  share: (value) => `${(value * 100).toFixed(1)} %`,
  score: (value) => value.toFixed(4),
  ms: (value) => `${value.toFixed(1)} ms`,
};

/** A figure as a person reads it: value (a dash where nothing was measured), interval, count. */
export function measuredCells({
  unit,
  value,
  low,
  high,
  count,
}: MeasuredLine): [value: string, interval: string, count: string] {
  const format = FORMATS[unit];
  return [
    value === null ? '–' : format(value),
    low === null || high === null ? '' : `[${format(low)}, ${format(high)}]`,
    String(count),
  ];
}
