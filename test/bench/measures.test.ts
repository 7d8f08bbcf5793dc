import { afterEach, describe, expect, it } from 'vitest';
import { askFromClients } from '../../bench/ask-from-clients.js';
import { figureOf } from '../../bench/figure.js';
import { startEmptyService, startWholeService } from '../../bench/local-servers.js';
import { measureHnswRecall } from '../../bench/measures/hnsw-recall.js';
import { measurePeerSearch } from '../../bench/measures/peer-search.js';
import { measureQuestionLatency } from '../../bench/measures/question-latency.js';
import { langChainTutorial } from '../../bench/peers/langchain-tutorial.js';
import { readConfig } from '../../src/config.js';
import type { RunningServer } from '../../src/http/start-server.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { ANSWERED, FOUND } from '../http/samples.js';
import { sampleDocument } from '../indexing/sample-documents.js';
import { useTemporaryFolders } from '../indexing/temporary-folders.js';
import { createWordVectors } from '../indexing/word-vectors.js';

const model = createWordVectors();
const questions = ['Who built the mill?', 'When did the ferry sail?', 'What grows here?'];
const engine = createFakeEngine({ ask: async () => ANSWERED, search: async () => FOUND });
const servers: RunningServer[] = [];
const temporaryFolder = useTemporaryFolders();

async function running(server: Promise<RunningServer>): Promise<string> {
  servers.push(await server);
  return (await server).url;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop(100);
});

describe('question latency', () => {
  it('measures every stage as often as its floor', async () => {
    const measured = await measureQuestionLatency(
      {
        engine,
        model,
        questions,
        serviceUrl: await running(startWholeService(engine, readConfig({}))),
        emptyUrl: await running(startEmptyService()),
      },
      { least: 5, most: 5, budgetMs: 0 },
    );
    expect(measured.map(({ values }) => values.length)).toEqual([5, 5, 5, 5, 5]);
    for (const figure of measured.map(figureOf)) expect(figure.besideSpread?.repeats).toBe(5);
    const retrieve = measured.find(({ name }) => name.includes('retrieve'));
    expect(retrieve?.values).toEqual(Array(5).fill(ANSWERED.timings.retrieveMs));
  });
});

describe('clients', () => {
  it('count answers, as many as were wanted', async () => {
    const url = await running(startWholeService(engine, readConfig({})));
    const load = await askFromClients(url, questions, { clients: 2, answers: 6 });
    expect(load.latenciesMs).toHaveLength(6);
    expect(load.perSecond).toBeGreaterThan(0);
  });

  it('take no refusal for an answer', async () => {
    const url = await running(startEmptyService());
    await expect(
      askFromClients(`${url}/elsewhere`, questions, { clients: 2, answers: 6 }),
    ).rejects.toThrow('6 refused');
  });
});

describe('recall of HNSW', () => {
  it('is whole on a few texts, equal ones among them', async () => {
    const texts = Array.from({ length: 60 }, (_, i) => `mill ${i % 20} stands by water ${i % 7}`);
    const [recall, search] = await measureHnswRecall({
      model,
      texts,
      questions,
      workDir: await temporaryFolder(),
    });
    expect(recall?.values).toEqual([1]);
    expect(search?.values).toHaveLength(2 * questions.length);
  });
});

describe('LangChain tutorial', () => {
  const documents = [
    sampleDocument('mill', 'A miller built the mill by the river.'),
    sampleDocument('ferry', 'The ferry sails to the island at noon.'),
  ];

  it('finds the document that shares the words of the question', async () => {
    const store = await langChainTutorial(documents, model);
    const found = await store.similaritySearch('When does the ferry sail to the island?', 2);
    expect(found.map(({ metadata }) => metadata['source'])).toEqual(['ferry', 'mill']);
  });

  it('stands beside our search and our answer in the same rounds', async () => {
    const effort = { least: 4, most: 4, budgetMs: 0 };
    const measured = await measurePeerSearch({ model, documents, questions }, engine, effort);
    expect(measured.map(({ values, beside }) => [values.length, beside?.values.length])).toEqual([
      [4, 4],
      [4, 4],
    ]);
  });
});
