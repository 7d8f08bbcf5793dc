import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { EVAL_DIR } from './home.js';
import { main } from './main.js';
import { createProgress } from './progress.js';
import { localDocuments } from './target/local-documents.js';
import { openTarget } from './target/open-target.js';

/**
 * The evaluation as people start it, from `npm run eval` and from `footnote eval`: the report goes to standard output, progress
 * and warnings to standard error.
 * @returns The exit code: 0 good, 1 below a gate, worse than the baseline or not the same twice, 2 could not run.
 */
export function runEvaluation(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<0 | 1 | 2> {
  const warn = (text: string) => process.stderr.write(`${text}\n`);
  return main(args, {
    baselinesDir: join(EVAL_DIR, 'baselines'),
    gatesFile: join(EVAL_DIR, 'gates.json'),
    print: (text) => process.stdout.write(`${text}\n`),
    readDocuments: (dataset) => localDocuments(dataset, environment),
    openTarget: (options, dataset, variation) =>
      openTarget(options, dataset, environment, warn, variation),
    onProgress: createProgress(process.stderr, () => performance.now()),
  });
}
