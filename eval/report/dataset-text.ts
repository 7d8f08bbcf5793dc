import { countByKind } from '../dataset/count-by-kind.js';
import type { Dataset } from '../dataset/load-dataset.js';
import { table } from './table.js';

/** How many questions of which kind a dataset that was checked has. */
export function datasetText({ name, questions }: Dataset): string {
  return [
    `${name}: nothing is wrong with it.`,
    table([
      ['kind', 'dev', 'test', 'unanswerable'],
      ...countByKind(questions).map(({ kind, dev, test, unanswerable }) => [
        kind,
        String(dev),
        String(test),
        String(unanswerable),
      ]),
    ]),
  ].join('\n');
}
