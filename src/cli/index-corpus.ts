import { updateIndex } from '../compose.js';
import { readConfig } from '../config.js';
import { EXIT_CODES } from './exit-codes.js';
import { createProgress } from './progress.js';

/** `footnote index`: builds the index, says what it holds and gives the exit code. */
export async function indexCorpus(): Promise<number> {
  const config = readConfig(process.env);
  const progress = createProgress(process.stderr);
  const began = performance.now();
  const { built, counts, fingerprint } = await updateIndex(config, progress).finally(progress.end);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { documents, passages, sentences } = counts;
  const holds = `${documents} documents, ${passages} passages, ${sentences} sentences`;
  const did = built
    ? `Indexed ${holds} in ${seconds} s`
    : `Nothing changed: the index holds ${holds}`;
  process.stdout.write(`${did}.\n${config.indexDir} ${fingerprint}\n`);
  return EXIT_CODES.done;
}
