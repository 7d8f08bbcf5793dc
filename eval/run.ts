import { resolve } from 'node:path';
import { main } from './main.js';
import { createProgress } from './progress.js';
import { localDocuments } from './target/local-documents.js';
import { openTarget } from './target/open-target.js';

const say = (text: string) => process.stderr.write(`${text}\n`);

process.exitCode = await main(process.argv.slice(2), {
  baselinesDir: resolve(import.meta.dirname, 'baselines'),
  print: (text) => process.stdout.write(`${text}\n`),
  gatesFile: resolve(import.meta.dirname, 'gates.json'),
  readDocuments: (dataset) => localDocuments(dataset, process.env),
  openTarget: (options, dataset, variation) =>
    openTarget(options, dataset, process.env, say, variation),
  onProgress: createProgress(process.stderr, () => performance.now()),
});
