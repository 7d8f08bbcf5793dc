import type { AblationReport } from '../ablations/ablation.js';
import { ABLATION_FIGURES, COMPARED_FIGURES, differenceText, worthOf } from './ablation-worth.js';
import { formatValue } from './format-figure.js';
import { table } from './table.js';

/** What each part is worth: figures without it, and the differences to the whole with their 95 % intervals. */
export function ablationsText(report: AblationReport): string {
  const { ablations, dataset, split, questions, reader } = report;
  const compared = Object.entries(COMPARED_FIGURES);
  return [
    `${dataset}, ${split} split, ${questions} questions, ${reader}`,
    table([
      ['', ...Object.values(ABLATION_FIGURES), 'p50 ms', 'errors'],
      ...ablations.map((one) => [
        one.label,
        ...Object.keys(ABLATION_FIGURES).map((name) =>
          formatValue(one.overall[name]?.value ?? null, 'share'),
        ),
        one.isTimed ? formatValue(one.overall['latencyP50']?.value ?? null, 'ms') : '–',
        String(one.errors),
      ]),
    ]),
    '',
    'Difference to the whole in points, with its 95 % interval; * leaves out 0',
    table([
      ['', ...compared.map(([, label]) => label), 'answers changed', 'lost / won', 'p', 'p (Holm)'],
      ...ablations
        .slice(1)
        .map((one) => [
          one.label,
          ...compared.map(([name]) => differenceText(one, name)),
          String(one.changed),
          `${one.lost} / ${one.won}`,
          one.chance.toFixed(3),
          one.adjusted.toFixed(3),
        ]),
    ]),
    '',
    ...worthOf(report).map(({ text, labels }) => `${text}: ${labels.join('; ')}.`),
  ].join('\n');
}
