import { performance } from 'node:perf_hooks';
import { createProgress } from '../progress.js';
import { runBeside } from './run-beside.js';

process.exitCode = await runBeside(process.argv.slice(2), process.env, {
  print: (text) => process.stdout.write(`${text}\n`),
  warn: (text) => process.stderr.write(`${text}\n`),
  onProgress: createProgress(process.stderr, () => performance.now()),
});
