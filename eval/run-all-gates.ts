import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DATASETS_DIR } from './dataset/load-dataset.js';
import { readGates } from './gates.js';

/**
 * Runs the evaluation once for every gate of `gates.json`, each with its own dataset, split and reader. With `--gate-save` the gates of
 * all datasets and both readers are set anew. Ends with the worst exit code of the runs.
 */
const ALL = readdirSync(DATASETS_DIR).flatMap((dataset) =>
  ['extractive-light', 'extractive'].map((reader) => `${dataset}.test.${reader}`),
);

const folder = import.meta.dirname;
const given = process.argv.slice(2);
const saves = given.includes('--gate-save');
const keys = saves ? ALL : Object.keys(await readGates(join(folder, 'gates.json')));

for (const key of keys) {
  const [dataset = '', split = '', reader = ''] = key.split('.');
  const chosen = ['--dataset', dataset, '--split', split, '--reader', reader];
  const { status } = spawnSync(
    process.execPath,
    [
      ...process.execArgv,
      join(folder, 'run.ts'),
      ...chosen,
      ...(saves ? [] : ['--gates']),
      ...given,
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status ?? 2);
}
