import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answering/create-engine.js';
import { createExtractiveReader } from '../../src/answering/extractive-reader.js';
import type { Engine } from '../../src/contract/engine.js';
import { openEmbeddingModel } from '../../src/embedding/open-embedding-model.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { writeTinyModel } from '../embedding/tiny-bert.js';
import { sampleDocument } from '../indexing/sample-documents.js';

const KOREAN = sampleDocument(
  'korean',
  '브렌나흐 제지 공장은 1951년에 문을 열었습니다. 공장은 기술자 클라라 보스가 설계했습니다.\n\n1974년 9월 화재로 건조실이 타 버렸습니다. 수리에는 열네 달이 걸렸습니다.',
  { title: '브렌나흐 제지 공장', language: 'ko' },
);
const JAPANESE = sampleDocument(
  'japanese',
  '潮の水車は1742年に商人が建てました。水車は1911年の嵐で止まりました。\n\n港の水深は三メートルです。見学は土曜日にできます。',
  { title: '潮の水車', language: 'ja' },
);
const DOCUMENTS = [KOREAN, JAPANESE];
const CARD = '---\nlanguage:\n- multilingual\n- ko\n- ja\n---\n# A stand-in\n';

let folder: string;
let engine: Engine;

/** Every character of the documents, opening a word and going on in one: a model that knows which characters a text shares. */
function characters(): string[] {
  const all = new Set(DOCUMENTS.flatMap(({ text, title }) => [...(text + title)]));
  const known = [...all].filter((one) => one.trim() !== '');
  return [...known, ...known.map((one) => `##${one}`)];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-languages-'));
  const modelFolder = join(folder, 'model');
  await writeTinyModel(modelFolder, {
    words: characters(),
    maxTokens: 128,
    files: { 'README.md': CARD },
  });
  const model = await openEmbeddingModel({
    id: modelFolder,
    precision: 'fp32',
    workers: 1,
    modelsDir: join(folder, 'models'),
    hfEndpoint: 'http://127.0.0.1:9',
    offline: true,
  });
  const indexDir = join(folder, 'index');
  await buildIndex({ documents: DOCUMENTS, indexDir, model });
  const index = await openIndex(indexDir);
  engine = createEngine({
    index,
    model,
    retriever: createHybridRetriever(index, model),
    reader: createExtractiveReader({
      lexical: index.lexical,
      languages: model.languages,
      passageReader: null,
    }),
  });
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

describe('a model that covers Korean and Japanese', () => {
  it.each([
    ['브렌나흐 제지 공장은 언제 문을 열었습니까?', '1951년에 문을 열었습니다', 'korean'],
    ['공장은 누가 설계했습니까?', '클라라 보스', 'korean'],
    ['水車は何年の嵐で止まりましたか?', '1911年', 'japanese'],
    ['港の水深は何メートルですか?', '三メートル', 'japanese'],
  ])('lets "%s" be answered with a quote', async (question, expected, documentId) => {
    const { status, answer, citations } = await engine.ask({ question });
    expect(status).toBe('answered');
    expect(answer?.text).toContain(expected);
    for (const citation of citations) {
      const document = await engine.document(citation.documentId);
      expect(document?.text.slice(citation.start, citation.end)).toBe(citation.quote);
    }
    expect(citations.map((one) => one.documentId)).toContain(documentId);
  });

  it('finds the figure asked for', async () => {
    const { answer } = await engine.ask({
      question: '브렌나흐 제지 공장은 언제 문을 열었습니까?',
    });
    expect(answer?.shortAnswer).toBe('1951');
  });

  it.each(['Когда открылась фабрика?', 'متى افتتح المصنع؟'])(
    'abstains from "%s", says which languages it covers and what to set',
    async (question) => {
      const { status, answer, abstention } = await engine.ask({ question });
      expect([status, answer, abstention?.reason]).toEqual([
        'abstained',
        null,
        'unsupported_language',
      ]);
      expect(abstention?.message).toContain('ko, ja');
      expect(abstention?.message).toContain('EMBEDDING_MODEL');
    },
  );
});
