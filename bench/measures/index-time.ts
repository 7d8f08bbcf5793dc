import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex } from '../../src/indexing/build-index.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';
import type { Materials } from '../materials.js';
import { langChainTutorial } from '../peers/langchain-tutorial.js';

/**
 * Corpus folder to verified index on disk, with a model that is loaded, beside embedding the same
 * texts with the same model and nothing else, and beside the LangChain.js tutorial with that model.
 */
export async function measureIndexTime(
  { config, model, workDir, documents, texts, passages }: Materials,
  effort: Effort,
): Promise<Measurement[]> {
  const indexDir = join(workDir, 'index-time');
  const { corpusDir } = config;
  // One small build and all texts first: no round pays for loading code or starting threads.
  await buildIndex({ documents: documents.slice(0, 1), indexDir, model });
  await model.embedPassages(texts);
  const { build, floor, tutorial } = await interleave(
    {
      build: async () => {
        await rm(indexDir, { recursive: true, force: true });
        return elapsedMs(async () => {
          const corpus = await loadCorpus({ corpusDir, onProblem: 'skip' });
          await buildIndex({ documents: corpus.documents, indexDir, model });
        });
      },
      floor: () => elapsedMs(() => model.embedPassages(texts)),
      tutorial: () => elapsedMs(() => langChainTutorial(documents, model)),
    },
    effort,
  );
  await rm(indexDir, { recursive: true, force: true });
  const perSecond = (times: readonly number[]) => times.map((ms) => (passages * 1000) / ms);
  const ours = `index ${passages} passages, ${texts.length - passages} sentences`;
  const bare = 'bare embedding';
  return [
    {
      name: ours,
      unit: 'ms',
      values: build,
      beside: { name: bare, values: floor },
      goal: { of: 'ratio', bound: 'atMost', limit: 1.3 },
    },
    {
      name: ours,
      unit: 'ms',
      values: build,
      beside: { name: 'LangChain tutorial', values: tutorial },
    },
    {
      name: 'passages indexed',
      unit: 'perSecond',
      values: perSecond(build),
      beside: { name: bare, values: perSecond(floor) },
    },
  ];
}
