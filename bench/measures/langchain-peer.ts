import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../src/contract/engine.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';
import type { Materials } from '../materials.js';
import { langChainTutorial } from '../peers/langchain-tutorial.js';

const RESULTS = 10;

/** Footnote beside the LangChain.js tutorial, over the same documents, with the same model. */
export async function measureLangChainPeer(
  { model, documents, questions, workDir }: Materials,
  engine: Engine,
  efforts: { readonly index: Effort; readonly questions: Effort },
): Promise<Measurement[]> {
  const indexDir = join(workDir, 'peer');
  const indexed = await interleave(
    {
      ours: async () => {
        await rm(indexDir, { recursive: true, force: true });
        return elapsedMs(() => buildIndex({ documents, indexDir, model }));
      },
      theirs: () => elapsedMs(() => langChainTutorial(documents, model)),
    },
    efforts.index,
  );
  await rm(indexDir, { recursive: true, force: true });

  const store = await langChainTutorial(documents, model);
  const nth = (round: number) => questions[round % questions.length] as string;
  const asked = await interleave(
    {
      theirs: (round) => elapsedMs(() => store.similaritySearch(nth(round), RESULTS)),
      search: (round) => elapsedMs(() => engine.search({ query: nth(round), limit: RESULTS })),
      ask: (round) => elapsedMs(() => engine.ask({ question: nth(round) })),
    },
    efforts.questions,
  );
  const theirSearch = { name: 'LangChain similaritySearch', values: asked.theirs };
  return [
    {
      name: 'index, from loaded documents',
      unit: 'ms',
      values: indexed.ours,
      beside: { name: 'LangChain tutorial', values: indexed.theirs },
    },
    { name: `search, ${RESULTS} passages`, unit: 'ms', values: asked.search, beside: theirSearch },
    { name: 'cited answer', unit: 'ms', values: asked.ask, beside: theirSearch },
  ];
}
