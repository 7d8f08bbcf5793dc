import { describe, expect, it } from 'vitest';
import { firstVector, withModel } from '../open-tiny-model.js';
import { useTemporaryFolders } from '../temporary-folders.js';
import { TINY_CONFIG, writeTinyModel } from '../tiny-bert.js';

const newFolder = useTemporaryFolders();

describe('a model in a folder', () => {
  it('gives the same vectors from its weights and from the ONNX file made of them', async () => {
    const [weights, onnx, modelsDir] = [await newFolder(), await newFolder(), await newFolder()];
    await writeTinyModel(weights);
    await writeTinyModel(onnx, { onnx: ['fp32'], safetensors: false });
    expect(await firstVector({ id: weights, modelsDir })).toEqual(
      await firstVector({ id: onnx, modelsDir }),
    );
  });

  it('is taken anew when its weights change', async () => {
    const [folder, modelsDir] = [await newFolder(), await newFolder()];
    await writeTinyModel(folder, { seed: 1 });
    const open = { id: folder, modelsDir };
    const describe = () =>
      withModel(open, async (model) => ({
        fingerprint: model.fingerprint,
        vector: await model.embedQuery('fox'),
      }));
    const before = await describe();
    await writeTinyModel(folder, { seed: 2 });
    const after = await describe();
    expect(after.vector).not.toEqual(before.vector);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });

  it('handles empty lists, empty texts, order and progress', async () => {
    const [folder, modelsDir] = [await newFolder(), await newFolder()];
    await writeTinyModel(folder);
    await withModel({ id: folder, modelsDir, workers: 2 }, async (model) => {
      expect(await model.embedPassages([])).toEqual([]);
      const texts = ['', 'a', 'a fox', 'a fox and a dog on the bridge', 'b', '\ud800'];
      const counts: number[] = [];
      const vectors = await model.embedPassages(texts, { onProgress: (done) => counts.push(done) });
      expect(counts.at(-1)).toBe(texts.length);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      for (const [index, text] of texts.entries()) {
        expect(vectors[index]?.every(Number.isFinite)).toBe(true);
        expect(vectors[index]).toEqual(await model.embedQuery(text));
      }
    });
  });

  it('stops when it is told to, and refuses work once closed', async () => {
    const [folder, modelsDir] = [await newFolder(), await newFolder()];
    await writeTinyModel(folder);
    const closed = await withModel({ id: folder, modelsDir }, async (model) => {
      const stop = new AbortController();
      const texts = Array.from({ length: 500 }, (_, index) => `a fox ${index}`);
      const running = model.embedPassages(texts, {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect((await model.embedQuery('still here')).length).toBe(32);
      return model;
    });
    await expect(closed.embedQuery('too late')).rejects.toMatchObject({ code: 'embedding_failed' });
  });

  it.each([
    ['is missing', {}, 'model_unavailable', /There is no folder/],
    [
      'is not a BERT',
      { 'config.json': { ...TINY_CONFIG, model_type: 'gpt2' } },
      'model_invalid',
      /not a BERT/,
    ],
    [
      'states other sizes',
      { 'config.json': { ...TINY_CONFIG, hidden_size: 64 } },
      'model_invalid',
      /shape/,
    ],
    [
      'has uneven heads',
      { 'config.json': { ...TINY_CONFIG, num_attention_heads: 5 } },
      'model_invalid',
      /heads/,
    ],
    ['has a broken config', { 'config.json': '{' }, 'model_invalid', /not JSON/],
    ['has no tokenizer', { 'tokenizer.json': null }, 'model_unavailable', /no tokenizer\.json/],
    [
      'has a broken tokenizer',
      { 'tokenizer.json': { added_tokens: 1 } },
      'model_invalid',
      /tokenizer\.json/,
    ],
    [
      'has no ONNX in its ONNX file',
      { 'onnx/model.onnx': 'nothing' },
      'model_invalid',
      /cannot be loaded/,
    ],
  ])('is refused where it %s', async (_what, files, code, message) => {
    const [folder, modelsDir] = [await newFolder(), await newFolder()];
    const id =
      code === 'model_unavailable' && Object.keys(files).length === 0 ? `${folder}/none` : folder;
    await writeTinyModel(folder, { files });
    await expect(firstVector({ id, modelsDir })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});
