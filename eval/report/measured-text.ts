import type { MeasuredReport } from '../import/measured-report.js';
import { measuredCells } from './measured-cells.js';
import { table } from './table.js';

/** Figures on a public set as a table for a terminal. */
export function measuredText({ set, documents, asked, figures }: MeasuredReport): string {
  return [
    `${set}: ${documents} documents, ${asked} questions`,
    table([
      ['figure', 'value', '95 % interval', 'n'],
      ...figures.map((line) => [line.label, ...measuredCells(line)]),
    ]),
  ].join('\n');
}
