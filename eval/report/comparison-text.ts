import { type Change, type Comparison, isWorse } from '../compare.js';
import { formatValue } from './format-figure.js';

/** A comparison with a baseline as text for a terminal. */
export function comparisonText(comparison: Comparison): string {
  const line = (sign: string) => (change: Change) =>
    `  ${sign} ${change.label}: ${formatValue(change.before, 'share')} -> ${formatValue(change.after, 'share')} %`;
  return [
    isWorse(comparison) ? 'Worse than the baseline.' : 'Not worse than the baseline.',
    ...comparison.worse.map(line('-')),
    ...comparison.better.map(line('+')),
    ...(comparison.moreErrors > 0 ? [`  - ${comparison.moreErrors} more failed requests`] : []),
    ...(comparison.lost.length > 0 ? [`  no longer right: ${comparison.lost.join(', ')}`] : []),
    ...(comparison.won.length > 0 ? [`  now right: ${comparison.won.join(', ')}`] : []),
  ].join('\n');
}
