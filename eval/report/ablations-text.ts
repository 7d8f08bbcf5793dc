import type { Ablation } from '../ablations/run-ablations.js';
import { isBeyondChance } from '../metrics/paired-difference.js';
import { formatValue } from './format-figure.js';
import { table } from './table.js';

/** Figures beside which the difference to the whole is told, with its interval. */
const COMPARED = {
  right: 'right %',
  answerCorrect: 'answer correct %',
  evidenceRecall: 'evidence cited %',
  recallAt5: 'evidence in 5 passages %',
} as const;
const ALONE = {
  abstentionF1: 'abstention F1 %',
  disagreementRecall: 'disagreement recall %',
} as const;

/** What each part is worth: figures without it, and the differences to the whole with their 95 % intervals. */
export function ablationsText(ablations: readonly Ablation[]): string {
  const names = Object.keys(COMPARED) as (keyof typeof COMPARED)[];
  const figures = [...names, ...Object.keys(ALONE)];
  return [
    table([
      ['', ...Object.values(COMPARED), ...Object.values(ALONE), 'p50 ms', 'errors'],
      ...ablations.map(({ label, overall, errors }) => [
        label,
        ...figures.map((name) => formatValue(overall[name]?.value ?? null, 'share')),
        formatValue(overall['latencyP50']?.value ?? null, 'ms'),
        String(errors),
      ]),
    ]),
    '',
    'Difference to the whole in points, with its 95 % interval; * more than chance',
    table([
      ['', ...Object.values(COMPARED), 'lost / won', 'McNemar p'],
      ...ablations.slice(1).map(({ label, changes, lost, won, chance }) => [
        label,
        ...names.map((name) => {
          const change = changes.find((one) => one.name === name);
          if (change === undefined) return '–';
          const { difference, interval } = change;
          const sure = isBeyondChance(change) ? ' *' : '';
          return `${points(difference)} [${points(interval.low)}, ${points(interval.high)}]${sure}`;
        }),
        `${lost} / ${won}`,
        chance.toFixed(3),
      ]),
    ]),
  ].join('\n');
}

function points(difference: number): string {
  const shown = (difference * 100).toFixed(1);
  return difference > 0 ? `+${shown}` : shown;
}
