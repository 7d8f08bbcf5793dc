import { CATEGORY_FIGURES, type Evaluation } from '../evaluate.js';
import { FIGURES } from '../figures.js';
import { formatInterval, formatValue } from './format-figure.js';
import { table } from './table.js';

const UNITS = { share: '%', words: '', ms: 'ms' } as const;
const SHORT_LABELS: Readonly<Record<string, string>> = {
  right: 'right %',
  evidenceRecall: 'evidence cited %',
  documentPrecision: 'document precision %',
  falseAbstention: 'false abstention %',
};

/** The figures of an evaluation, overall and per category, as text for a terminal. */
export function summaryText({
  overall,
  categories,
  errors,
  judged,
  notMeasurable,
}: Evaluation): string {
  const figures = FIGURES.flatMap((figure) => {
    const measured = overall[figure.name];
    if (measured === undefined) return [];
    if (figure.name in notMeasurable) return [[figure.label, 'not measurable', '', '', '']];
    return [
      [
        figure.label,
        formatValue(measured.value, figure.unit),
        UNITS[figure.unit],
        formatInterval(measured, figure.unit),
        String(measured.count),
      ],
    ];
  });
  const perCategory = Object.entries(categories).map(([name, summary]) => [
    name,
    String(summary['right']?.count ?? 0),
    ...CATEGORY_FIGURES.flatMap((figure) => {
      const measured = summary[figure];
      if (measured === undefined) return [];
      const value = formatValue(measured.value, 'share');
      return figure === 'right' ? [value, formatInterval(measured, 'share')] : [value];
    }),
  ]);
  const reasons = [...new Set(Object.values(notMeasurable))];
  return [
    `${judged.length} questions, ${errors} failed requests (counted here, in no figure below)`,
    '',
    table([['figure', 'value', '', '95 % interval', 'n'], ...figures]),
    ...reasons.map((reason) => `not measurable: ${reason}`),
    '',
    table([
      [
        'category',
        'n',
        ...CATEGORY_FIGURES.flatMap((figure) => {
          const label = SHORT_LABELS[figure] ?? figure;
          return figure === 'right' ? [label, '95 % interval'] : [label];
        }),
      ],
      ...perCategory,
    ]),
  ].join('\n');
}
