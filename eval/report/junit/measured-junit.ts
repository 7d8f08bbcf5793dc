import type { MeasuredReport } from '../../import/measured-report.js';
import { measuredCells } from '../measured-cells.js';
import { junitXml } from './junit-xml.js';

/** Figures on a public set as JUnit XML: a test case for each, its value as its output. None of them can fail: they have no gate. */
export function measuredJunit({ set, documents, asked, begun, figures }: MeasuredReport): string {
  return junitXml({
    name: set,
    begun,
    properties: [
      ['documents', String(documents)],
      ['questions', String(asked)],
    ],
    suites: [
      {
        name: 'figures',
        cases: figures.map((line) => ({
          name: line.label,
          classname: line.unit,
          ms: 0,
          problem: null,
          output: measuredCells(line).join(' '),
        })),
      },
    ],
  });
}
