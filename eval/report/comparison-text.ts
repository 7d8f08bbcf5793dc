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
    flipsLine(comparison),
    ...comparison.beyondChance.map(
      ({ label, difference, interval, count }) =>
        `  more than chance: ${label} ${signed(difference)} [${signed(interval.low)}, ${signed(interval.high)}] on ${count} questions`,
    ),
  ].join('\n');
}

function flipsLine({ lost, won, chance }: Comparison): string {
  const flips = lost.length + won.length;
  if (flips === 0) return '  No question flipped between right and wrong.';
  const verdict = chance < 0.05 ? 'more than chance' : 'no more than chance may bring';
  return `  ${flips} questions flipped, ${lost.length} lost and ${won.length} won: ${verdict} (McNemar p = ${chance.toFixed(3)})`;
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`;
}
