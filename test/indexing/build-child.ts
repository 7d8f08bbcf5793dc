/**
 * A process that builds the sample corpus of a seed: `node build-child.mjs <indexDir> <seed> [<call>]`.
 * With `call` it kills itself just before the call of that number, from 1, that changes folders or files.
 */
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { buildSample, sampleCorpus } from './sample-build.js';

const [indexDir, seed, call] = process.argv.slice(2);
if (call !== undefined) killBeforeCall(Number(call));
process.stdout.write('building\n');
await buildSample(indexDir!, sampleCorpus(Number(seed)));

function killBeforeCall(fatal: number): void {
  let calls = 0;
  for (const name of ['mkdir', 'writeFile', 'rename', 'rm'] as const) {
    const original = files[name] as (...given: unknown[]) => Promise<unknown>;
    const counting = (...given: unknown[]) => {
      if (++calls === fatal) process.kill(process.pid, 'SIGKILL');
      return original(...given);
    };
    Object.assign(files, { [name]: counting });
  }
  syncBuiltinESMExports();
}
