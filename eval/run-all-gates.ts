import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readGates } from './gates.js';

/**
 * Runs the evaluation once for every gate of `gates.json`, each with its own dataset, split and reader. With `--gate-save`
 * all gates are set anew. Ends with the worst exit code of the runs.
 */
const folder = import.meta.dirname;
const given = process.argv.slice(2);
const args = given.includes('--gate-save') ? given : ['--gates', ...given];

for (const key of Object.keys(await readGates(join(folder, 'gates.json')))) {
  const [dataset = '', split = '', reader = ''] = key.split('.');
  const { status } = spawnSync(
    process.execPath,
    [
      ...process.execArgv,
      join(folder, 'run.ts'),
      ...['--dataset', dataset, '--split', split, '--reader', reader, ...args],
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status ?? 2);
}
