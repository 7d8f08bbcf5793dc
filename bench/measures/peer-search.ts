import type { Engine } from '../../src/contract/engine.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';
import type { Materials } from '../materials.js';
import { langChainTutorial } from '../peers/langchain-tutorial.js';

const RESULTS = 10;

/** Search and answer beside the search of the LangChain.js tutorial, over the same documents with the same model. */
export async function measurePeerSearch(
  { model, documents, questions }: Pick<Materials, 'model' | 'documents' | 'questions'>,
  engine: Pick<Engine, 'ask' | 'search'>,
  effort: Effort,
): Promise<Measurement[]> {
  const store = await langChainTutorial(documents, model);
  const nth = (round: number) => questions[round % questions.length] as string;
  const { peer, search, ask } = await interleave(
    {
      peer: (round) => elapsedMs(() => store.similaritySearch(nth(round), RESULTS)),
      search: (round) => elapsedMs(() => engine.search({ query: nth(round), limit: RESULTS })),
      ask: (round) => elapsedMs(() => engine.ask({ question: nth(round) })),
    },
    effort,
  );
  const beside = { name: 'LangChain similaritySearch', values: peer };
  return [
    { name: `search, ${RESULTS} passages`, unit: 'ms', values: search, beside },
    { name: 'cited answer', unit: 'ms', values: ask, beside },
  ];
}
