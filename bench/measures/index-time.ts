import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex } from '../../src/indexing/build-index.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';
import type { Materials } from '../materials.js';

/**
 * Corpus folder to verified index on disk, with a model that is loaded, beside embedding the same
 * texts with the same model and nothing else.
 */
export async function measureIndexTime(
  { config, model, workDir, documents, texts, passages }: Materials,
  effort: Effort,
): Promise<Measurement[]> {
  const indexDir = join(workDir, 'index-time');
  // One small build first: no round pays for loading code or starting threads.
  await buildIndex({ documents: documents.slice(0, 1), indexDir, model });
  const { build, floor } = await interleave(
    {
      build: async () => {
        await rm(indexDir, { recursive: true, force: true });
        return elapsedMs(async () => {
          const { documents } = await loadCorpus({
            corpusDir: config.corpusDir,
            onProblem: 'skip',
          });
          await buildIndex({ documents, indexDir, model });
        });
      },
      floor: () => elapsedMs(() => model.embedPassages(texts)),
    },
    effort,
  );
  await rm(indexDir, { recursive: true, force: true });
  const perSecond = (times: readonly number[]) => times.map((ms) => (passages * 1000) / ms);
  const beside = 'bare embedding';
  return [
    {
      name: `index ${passages} passages, ${texts.length - passages} sentences`,
      unit: 'ms',
      values: build,
      beside: { name: beside, values: floor },
      goal: { of: 'ratio', bound: 'atMost', limit: 1.3 },
    },
    {
      name: 'passages indexed',
      unit: 'perSecond',
      values: perSecond(build),
      beside: { name: beside, values: perSecond(floor) },
    },
  ];
}
