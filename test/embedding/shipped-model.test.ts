import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import { openEmbeddingModel } from '../../src/embedding/open-embedding-model.js';
import { SHIPPED_MODEL } from '../../src/embedding/source/npm-package-source.js';
import { corpusParagraphs } from './sample-texts.js';
import { SHARED_MODELS_DIR } from './shared-models-dir.js';
import { cosine } from './vectors.js';

/** What the 8-bit vectors are promised to stay within, of the 32-bit ones. */
const LEAST_COSINE = 0.99;

const open = (precision: 'int8' | 'fp32') =>
  openEmbeddingModel({
    id: SHIPPED_MODEL,
    precision,
    workers: 2,
    modelsDir: SHARED_MODELS_DIR,
    hfEndpoint: 'http://127.0.0.1:9',
    offline: true,
  });

let exact: EmbeddingModel;
let small: EmbeddingModel;

beforeAll(async () => {
  exact = await open('fp32');
  small = await open('int8');
});

afterAll(async () => {
  await exact.close();
  await small.close();
});

describe('the model that ships', () => {
  it('gives the reference vector of its authors in 32 bits', async () => {
    const vector = await exact.embedQuery('This is an example sentence');
    const begins = [0.06766, 0.0636, 0.0487];
    for (const [index, value] of begins.entries())
      expect(Math.abs((vector[index] as number) - value)).toBeLessThan(1e-4);
  });

  it('says what it is', () => {
    expect(exact).toMatchObject({ dimension: 384, maxTokens: 256, languages: ['en'] });
    expect(small).toMatchObject({ dimension: 384, maxTokens: 256, languages: ['en'] });
    expect(exact.fingerprint).not.toBe(small.fingerprint);
  });

  it('stays near its 32-bit vectors in 8 bits, over the whole corpus', async () => {
    const paragraphs = corpusParagraphs();
    expect(paragraphs.length).toBeGreaterThan(50);
    const exactVectors = await exact.embedPassages(paragraphs);
    const smallVectors = await small.embedPassages(paragraphs);
    const cosines = exactVectors.map((vector, index) =>
      cosine(vector, smallVectors[index] as Float32Array),
    );
    expect(Math.min(...cosines)).toBeGreaterThan(LEAST_COSINE);
    expect(Math.max(...cosines)).toBeLessThanOrEqual(1 + 1e-6);
  });

  it.each(['int8', 'fp32'] as const)(
    'gives a text the same vector whatever is beside it (%s)',
    async (precision) => {
      const model = precision === 'int8' ? small : exact;
      const texts = [...corpusParagraphs().slice(0, 12), 'Yes.', '', 'x '.repeat(400)];
      const together = await model.embedPassages(texts);
      for (const [index, text] of texts.entries())
        expect(await model.embedQuery(text)).toEqual(together[index]);
    },
  );

  it('gives every vector unit length', async () => {
    for (const vector of await small.embedPassages(['', 'one', 'two words', '한국과 일본', '🙂']))
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  it('reads 256 tokens and cuts what comes after', async () => {
    const full = 'word '.repeat(254);
    const [cut, longer, shorter] = (await exact.embedPassages([
      full,
      `${full} and something else entirely`,
      'word '.repeat(253),
    ])) as [Float32Array, Float32Array, Float32Array];
    expect(longer).toEqual(cut);
    expect(shorter).not.toEqual(cut);
  });

  it('reads a text of a million characters', async () => {
    const vector = await small.embedQuery('Seoul and Tokyo. '.repeat(60_000));
    expect(vector.every(Number.isFinite)).toBe(true);
  });

  it('puts what means the same nearer than what does not', async () => {
    const [question, near, far] = (await small.embedPassages([
      'How large was trade between the two countries?',
      'Bilateral commerce reached 77.2 billion dollars.',
      'The cat slept on the warm roof.',
    ])) as [Float32Array, Float32Array, Float32Array];
    expect(cosine(question, near)).toBeGreaterThan(cosine(question, far) + 0.2);
  });
});
