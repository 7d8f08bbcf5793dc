import { resolve } from 'node:path';
import { openEngine, type Reporter, type Variation } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { Target, TargetCorpus } from './target.js';

/** Indexes of datasets that bring their own documents, so that the index that serves stays as it is. */
const INDEXES_DIR = resolve(import.meta.dirname, '../../node_modules/.cache/footnote/eval');

/**
 * The engine in this process, over the documents of the dataset, or over the configured corpus where the dataset has none.
 * The index is built where it is missing or stale. No answer is given from memory, so that each is measured.
 * @param warn Told what a person should know: documents left out, an index that another process builds.
 * @param variation parts to put in the place of those it has
 * @throws FootnoteError with the code of the part that failed.
 */
export async function engineTarget(
  { name, corpusDir, indexDir = resolve(INDEXES_DIR, name) }: TargetCorpus,
  environment: Readonly<Record<string, string | undefined>>,
  warn: (message: string) => void,
  variation?: Variation,
): Promise<Target> {
  const config = readConfig(environment);
  const reporter: Reporter = {
    step: () => {},
    download: () => {},
    warning: warn,
    problem: ({ file, message, remedy }) => warn(`${file} was left out: ${message} ${remedy}`),
  };
  const engine = await openEngine(
    { ...config, answersKept: 0, ...(corpusDir !== null && { corpusDir, indexDir }) },
    reporter,
    undefined,
    variation,
  );
  const { index, embeddingModel, reader: own, chat } = engine.status();
  const reader = chat === undefined ? own : `${own} and ${chat.model}`;
  return {
    ...engine,
    explains: true,
    reader,
    name: 'the engine in this process',
    identity: async () => [index.fingerprint, embeddingModel, reader].join(' '),
  };
}
